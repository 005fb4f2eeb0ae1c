/** What was made for a key, made once. */
export type Memory = <F>(key: string, make: () => F) => F;

/** A memory of its own for one forecast, so that what is the same is one figure. */
export function memory(): Memory {
  const made = new Map<string, unknown>();
  return <F>(key: string, make: () => F): F => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as F;
  };
}
