import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Structure } from "./national-structure.ts";
import type { SelfTimed } from "./stopwatch.ts";

/** Debian's Python first, for which `apt-get install python3-numpy` is. */
const pythons = ["/usr/bin/python3", "python3"];

/** A Python that has NumPy, and which; nothing where there is none. */
export function numpyHere(): { readonly python: string; readonly version: string } | undefined {
  for (const python of pythons) {
    const { status, stdout } = spawnSync(python, ["-c", "import numpy; print(numpy.__version__)"], {
      encoding: "utf8",
    });
    if (status === 0) return { python, version: stdout.trim() };
  }
  return undefined;
}

/** The draws of a total, by what it counts. */
export type TotalDraws = Readonly<Record<"value" | "starts", Float64Array>>;

const fileFloats = (path: string): Float64Array => {
  const bytes = readFileSync(path);
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
};

/** The programs of national.py over these draws, each run in a process of its own that times its sums. */
export class NumpyPrograms {
  readonly #python: string;
  readonly #folder = mkdtempSync(join(tmpdir(), "volumes-and-values-"));

  constructor(python: string, structure: Structure, draws: readonly Float64Array[]) {
    this.#python = python;
    writeFileSync(this.#file("structure"), JSON.stringify(structure));
    writeFileSync(this.#file("draws"), Buffer.concat(draws.map((column) => new Uint8Array(column.buffer))));
  }

  #file(name: string): string {
    return join(this.#folder, name);
  }

  candidate(name: string, way: "loops" | "factorised"): SelfTimed<TotalDraws> {
    return {
      name,
      runTimed: () => {
        const files = [this.#file("structure"), this.#file("draws"), this.#file("answers")];
        const { status, stdout, stderr } = spawnSync(this.#python, ["bench/national.py", way, ...files], {
          encoding: "utf8",
          env: { ...process.env, OPENBLAS_NUM_THREADS: "1" },
        });
        if (status !== 0) throw new Error(stderr);
        const answers = fileFloats(this.#file("answers"));
        const half = answers.length / 2;
        return {
          took: Number(stdout),
          read: () => ({ value: answers.subarray(0, half), starts: answers.subarray(half) }),
        };
      },
    };
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
