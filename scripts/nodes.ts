/**
 * Runs the tests of what must be the same to the last bit on the other lines of Node that are kept up, beside the one that
 * runs this. They are installed in a folder of their own, from the registry, and are no dependencies.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";

const versions = ["20.20.2", "22.23.3", "24.21.0"];
const folder = "build/nodes";
const tests = ["test/readings/simulation/determinism.test.ts", "test/readings/kernel.test.ts"];

function ran(command: string, words: readonly string[]): void {
  const { status } = spawnSync(command, words, { stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} ${words.join(" ")} went wrong.`);
}

const nameOf = (version: string): string => `node${version.split(".")[0] ?? ""}`;
const others = versions.filter(
  (version) => nameOf(version) !== `node${process.versions.node.split(".")[0] ?? ""}`,
);

mkdirSync(folder, { recursive: true });
ran("npm", [
  ...["install", "--prefix", folder, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"],
  ...others.map((version) => `${nameOf(version)}@npm:node-${process.platform}-${process.arch}@${version}`),
]);
for (const version of others)
  ran(`${folder}/node_modules/${nameOf(version)}/bin/node`, [
    ...["node_modules/vitest/vitest.mjs", "run", "--typecheck.enabled=false", "--reporter=default"],
    ...tests,
  ]);
console.log(`The same to the last bit on Node ${process.versions.node}, ${others.join(" and ")}.`);
