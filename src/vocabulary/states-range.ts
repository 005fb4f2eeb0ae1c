/** Whether an assumption says how far it may be off: by a low, a high or a distribution. */
export function statesRange(assumption: unknown): boolean {
  const { low, high, distribution } = Object(assumption) as Readonly<Record<string, unknown>>;
  return low !== undefined || high !== undefined || distribution !== undefined;
}

/** How far an assumption may be off, as it says: in words that are the same however its numbers are written, and its names put. */
export function rangeSaid(assumption: unknown): string {
  const { low, high, distribution } = Object(assumption) as Readonly<Record<string, unknown>>;
  return JSON.stringify({ low, high, distribution }, asOne);
}

function asOne(_: string, stated: unknown): unknown {
  if (typeof stated === "object" && stated !== null && !Array.isArray(stated))
    return Object.fromEntries(Object.entries(stated).sort());
  return Number.isNaN(Number(stated)) ? stated : Number(stated);
}
