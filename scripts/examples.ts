/** Runs the examples as a user would; with `--write`, writes down what each prints. */
import { execFile } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const folder = "examples";

/** The names of the examples and of the outputs written down, each without its ending. */
export function examples(): { programs: string[]; outputs: string[] } {
  const files = readdirSync(folder).sort();
  const named = (ending: string) =>
    files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
  return { programs: named(".ts"), outputs: named(".output.txt") };
}

/** Where the output of an example is written down. */
export function outputPath(name: string): string {
  return `${folder}/${name}.output.txt`;
}

/** What an example prints. Rejects if it fails. */
export async function outputOf(name: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", `${folder}/${name}.ts`],
    {
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", TZ: "UTC", NODE_OPTIONS: "" },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return stdout;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (process.argv[2] !== "--write") throw new Error("say --write to write the outputs down");
  for (const name of examples().programs) {
    writeFileSync(outputPath(name), await outputOf(name));
    console.log(outputPath(name));
  }
}
