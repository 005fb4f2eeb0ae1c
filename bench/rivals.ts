import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const folder = "bench/rivals";

/** What the benchmark installs to compare with, in a folder of its own and never among the project's dependencies. */
type Rival = "hyperformula" | "@quri/squiggle-lang";

function resolved(rival: Rival): string | undefined {
  try {
    return createRequire(`${process.cwd()}/${folder}/package.json`).resolve(rival);
  } catch {
    return undefined;
  }
}

/** A rival's module, installed if need be; nothing where it cannot be had, and why is said. */
export async function rivalModule(rival: Rival): Promise<unknown> {
  if (resolved(rival) === undefined)
    spawnSync("npm", ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"], {
      stdio: "inherit",
    });
  const path = resolved(rival);
  if (path !== undefined) return import(pathToFileURL(path).href);
  console.log(`\nThere is no ${rival} here to compare with: npm ci --prefix ${folder}.`);
  return undefined;
}

/** Which version of a rival is pinned. */
export function rivalVersion(rival: Rival): string {
  const { dependencies } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as {
    readonly dependencies: Readonly<Record<Rival, string>>;
  };
  return dependencies[rival];
}
