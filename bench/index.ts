/** The benchmark, compiled as it would ship and run in a process of its own: tsx names every closure as it is made. */
import { spawnSync } from "node:child_process";
import { build } from "tsup";

await build({
  config: false,
  silent: true,
  entry: ["bench/side-by-side.ts"],
  outDir: "build/bench",
  format: "esm",
  target: "es2022",
  tsconfig: "tsconfig.json",
});

const { status } = spawnSync(
  process.execPath,
  ["--expose-gc", "build/bench/side-by-side.js", ...process.argv.slice(2)],
  {
    stdio: "inherit",
  },
);
process.exitCode = status ?? 1;
