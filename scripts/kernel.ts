/** Writes the bytes of the kernels from their sources; with `--check`, says whether they are as these are. */
import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import wabt from "wabt";

/** A source in the text format of WebAssembly, what its bytes are called, and where they are written. */
const kernels = [
  { source: "src/readings/kernel.wat", bytes: "src/readings/kernel-bytes.ts", name: "kernelBytes" },
  {
    source: "src/readings/simulation/draws.wat",
    bytes: "src/readings/simulation/draws-bytes.ts",
    name: "drawsBytes",
  },
] as const;

const assembler = await wabt();

for (const { source, bytes, name } of kernels) {
  const module = assembler.parseWat(source, readFileSync(source, "utf8"), { simd: true });
  module.validate();
  const { buffer } = module.toBinary({});
  const file = source.slice(source.lastIndexOf("/") + 1);
  const written = await format(
    `/** ${file} as bytes, in base 64. Written by \`npm run kernel\`. */
export const ${name} = "${Buffer.from(buffer).toString("base64")}";
`,
    { parser: "typescript", printWidth: 110 },
  );
  if (!process.argv.includes("--check")) {
    writeFileSync(bytes, written);
    console.log(`${bytes}: ${String(buffer.length)} bytes`);
  } else if (readFileSync(bytes, "utf8") !== written) {
    console.error(`${bytes} is not what ${source} gives. Run npm run kernel.`);
    process.exitCode = 1;
  }
}
