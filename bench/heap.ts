/** Clears away what nobody holds, where Node was started with --expose-gc. */
const collectGarbage = (): void => globalThis.gc?.();

/** How many bytes are held now: on the heap, and in the arrays and WebAssembly memories beside it. */
function bytesHeld(): number {
  // Twice: what weak references and memories outside the heap hold on to goes with the second.
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** How many megabytes are held by what a function makes, once its garbage is gone. */
export function megabytesHeldBy(make: () => unknown): number {
  const before = bytesHeld();
  const held = [make()];
  const after = bytesHeld();
  return held.length * ((after - before) / 1e6);
}
