/** Clears away what nobody holds, where Node was started with --expose-gc. */
const collectGarbage = (): void => globalThis.gc?.();

/** How many megabytes of heap are held by what a function makes, once its garbage is gone. */
export function megabytesHeldBy(make: () => unknown): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const held = [make()];
  collectGarbage();
  const after = process.memoryUsage().heapUsed;
  return held.length * ((after - before) / 1e6);
}
