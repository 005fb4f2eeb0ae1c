import { kernelBytes } from "./kernel-bytes.ts";

/** What is used of the engine it runs in, where there is any of it. */
interface Surroundings {
  readonly WebAssembly?: Engine;
  readonly atob: (text: string) => string;
}

/** What of WebAssembly is used. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (pages: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: Exports };
}

interface Exports {
  readonly run: (code: number, end: number, columns: number, stride: number, bytes: number) => void;
}

/** Columns in one memory with the instructions over them, and what runs these. */
export interface Machine {
  readonly columns: readonly Float64Array[];
  /** Runs the instructions over the first so many rows. */
  readonly run: (count: number) => void;
}

const pageBytes = 65_536;
const floatBytes = 8;
const pairBytes = 2 * floatBytes;

const whole = (bytes: number, of: number): number => Math.ceil(bytes / of) * of;

/** The compiled kernel; null where none can be had. It is compiled when it is first asked for. */
let kernel: object | null | undefined;

function compiled(engine: Engine, atob: Surroundings["atob"]): object | null {
  if (kernel === undefined) {
    try {
      kernel = new engine.Module(Uint8Array.from(atob(kernelBytes), (byte) => byte.charCodeAt(0)));
    } catch {
      // An engine without vectors, or a page whose policy allows no WebAssembly: the loops do the same.
      kernel = null;
    }
  }
  return kernel;
}

/** A machine of WebAssembly for some instructions, if there can be one here. */
export function kernelMachine(code: Int32Array, slots: number, size: number): Machine | undefined {
  const { WebAssembly: engine, atob } = globalThis as unknown as Surroundings;
  const module = engine === undefined ? null : compiled(engine, atob);
  if (engine === undefined || module === null) return undefined;
  const stride = whole(size * floatBytes, pairBytes);
  const begin = whole(code.byteLength, pairBytes);
  try {
    const memory = new engine.Memory({ initial: Math.ceil((begin + slots * stride) / pageBytes) });
    const { run } = new engine.Instance(module, { kernel: { memory } }).exports;
    new Int32Array(memory.buffer).set(code);
    return {
      columns: [...Array(slots).keys()].map(
        (slot) => new Float64Array(memory.buffer, begin + slot * stride, size),
      ),
      run: (count) => {
        if (code.length > 0 && count > 0)
          run(0, code.byteLength, begin, stride, whole(count * floatBytes, pairBytes));
      },
    };
  } catch {
    // More memory than this engine gives to a module.
    return undefined;
  }
}
