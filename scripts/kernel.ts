/** Writes the bytes of the kernel from its source; with `--check`, says whether they are as it is. */
import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import wabt from "wabt";

const sourcePath = "src/readings/kernel.wat";
const bytesPath = "src/readings/kernel-bytes.ts";

const assembler = await wabt();
const module = assembler.parseWat(sourcePath, readFileSync(sourcePath, "utf8"), { simd: true });
module.validate();
const { buffer } = module.toBinary({});
const written = await format(
  `/** kernel.wat as bytes, in base 64. Written by \`npm run kernel\`. */
export const kernelBytes = "${Buffer.from(buffer).toString("base64")}";
`,
  { parser: "typescript", printWidth: 110 },
);

if (!process.argv.includes("--check")) {
  writeFileSync(bytesPath, written);
  console.log(`${bytesPath}: ${String(buffer.length)} bytes`);
} else if (readFileSync(bytesPath, "utf8") !== written) {
  console.error(`${bytesPath} is not what ${sourcePath} gives. Run npm run kernel.`);
  process.exitCode = 1;
}
