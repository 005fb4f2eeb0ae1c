import { instanceOf } from "./engine.ts";
import { isRounding } from "./instructions.ts";
import { kernelBytes } from "./kernel-bytes.ts";

interface Exports {
  readonly run: (code: number, end: number, columns: number, stride: number, bytes: number) => void;
}

/** Columns in one memory with the instructions over them, and what runs these. */
export interface Machine {
  readonly columns: readonly Float64Array[];
  /** Runs the instructions over the first so many rows. */
  readonly run: (count: number) => void;
}

const floatBytes = 8;
const pairBytes = 2 * floatBytes;

const whole = (bytes: number, of: number): number => Math.ceil(bytes / of) * of;

/** A machine of WebAssembly for some instructions, if there can be one here: none for such as round. */
export function kernelMachine(code: Int32Array, slots: number, size: number): Machine | undefined {
  for (let at = 0; at < code.length; at += 4) if (isRounding(code[at] as number)) return undefined;
  const stride = whole(size * floatBytes, pairBytes);
  const begin = whole(code.byteLength, pairBytes);
  const instance = instanceOf<Exports>(kernelBytes, begin + slots * stride);
  if (instance === undefined) return undefined;
  const { buffer, exports } = instance;
  new Int32Array(buffer).set(code);
  return {
    columns: [...Array(slots).keys()].map((slot) => new Float64Array(buffer, begin + slot * stride, size)),
    run: (count) => {
      if (code.length > 0 && count > 0)
        exports.run(0, code.byteLength, begin, stride, whole(count * floatBytes, pairBytes));
    },
  };
}
