/** What is used of the engine it runs in, where there is any of it. */
interface Surroundings {
  readonly WebAssembly?: Engine;
  readonly atob: (text: string) => string;
}

/** What of WebAssembly is used. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (pages: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

/** A module over a memory of its own. */
interface Instance<Exports> {
  readonly buffer: ArrayBuffer;
  readonly exports: Exports;
}

const pageBytes = 65_536;

/** The compiled modules, by their bytes: each is compiled when it is first asked for. */
const modules = new Map<string, object>();

/** A module of WebAssembly, given by its bytes in base 64, over so much memory; none where there can be none here. */
export function instanceOf<Exports extends object>(
  bytes: string,
  memoryBytes: number,
): Instance<Exports> | undefined {
  const { WebAssembly: engine, atob } = globalThis as unknown as Surroundings;
  if (engine === undefined) return undefined;
  try {
    const module =
      modules.get(bytes) ?? new engine.Module(Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0)));
    modules.set(bytes, module);
    const memory = new engine.Memory({ initial: Math.ceil(memoryBytes / pageBytes) });
    const { exports } = new engine.Instance(module, { kernel: { memory } });
    return { buffer: memory.buffer, exports: exports as Exports };
  } catch {
    // An engine without vectors, a page whose policy allows no WebAssembly, or more memory than is given to a module: loops
    // do the same.
    return undefined;
  }
}
