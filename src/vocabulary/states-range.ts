/** Whether an assumption says how far it may be off: by a low, a high or a distribution. */
export function statesRange(assumption: unknown): boolean {
  const { low, high, distribution } = Object(assumption) as Readonly<Record<string, unknown>>;
  return low !== undefined || high !== undefined || distribution !== undefined;
}
