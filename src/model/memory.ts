/** What was made for a key, made once. */
export type Memory<K = string> = <F>(key: K, make: () => F) => F;

/** A memory of its own for one forecast, so that what is the same is one figure. */
export function memory(): Memory {
  const made = new Map<string, unknown>();
  return <F>(key: string, make: () => F): F => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as F;
  };
}

/** The same, where keys are lists of one length, alike if they hold the same words or the same figures. */
export function memoryOfLists(): Memory<readonly unknown[]> {
  const made: Branch = new Map();
  return <F>(key: readonly unknown[], make: () => F): F => {
    let branch = made;
    for (const part of key.slice(0, -1)) {
      let next = branch.get(part) as Branch | undefined;
      if (next === undefined) branch.set(part, (next = new Map()));
      branch = next;
    }
    const last = key.at(-1);
    if (!branch.has(last)) branch.set(last, make());
    return branch.get(last) as F;
  };
}

type Branch = Map<unknown, unknown>;
