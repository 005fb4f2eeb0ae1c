/**
 * Packs the package, installs the tarball in an empty project and uses it there in every way a user may:
 * import, require, and TypeScript under both kinds of module resolution. What is asked is in pack-check.json.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Question {
  /** The names it uses, by the entry they come from: "" is the front door. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  readonly expression: string;
}

const { answers, refused } = JSON.parse(
  readFileSync(new URL("pack-check.json", import.meta.url), "utf8"),
) as {
  answers: (Question & { gives: string })[];
  refused: (Question & { why: string })[];
};
const used = [...answers, ...refused].flatMap(({ imports }) => Object.entries(imports));
const entries = [...new Set(used.map(([entry]) => entry))].map((entry) => ({
  from: `volumes-and-values${entry}`,
  names: [...new Set(used.flatMap(([one, names]) => (one === entry ? names : [])))].sort().join(", "),
}));
const importing = entries.map(({ from, names }) => `import { ${names} } from "${from}";\n`).join("");
const requiring = entries.map(({ from, names }) => `const { ${names} } = require("${from}");\n`).join("");

/** A program that fails at the first answer that is not as it should be. */
const asking = answers
  .map(({ expression, gives }) => `same(${expression}, ${JSON.stringify(gives)});\n`)
  .join("");
const same = `(answer, gives) => { if (answer !== gives) throw new Error("expected " + gives + ", not " + answer); }`;
/** The same in TypeScript, with what must not compile: an expectation that nothing goes wrong is itself an error. */
const compiling =
  answers
    .map(
      ({ expression, gives }, index) => `export const answer${index}: string = ${expression}; // ${gives}\n`,
    )
    .join("") +
  refused
    .map(
      ({ why, expression }, index) =>
        `// @ts-expect-error ${why}\nexport const refused${index} = ${expression};\n`,
    )
    .join("");

const folder = mkdtempSync(join(tmpdir(), "volumes-and-values-"));
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

try {
  const [tarball] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
      encoding: "utf8",
    }),
  ) as [{ filename: string; entryCount: number; size: number }];
  write("package.json", JSON.stringify({ name: "a-user", private: true }));
  run("npm", "install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball.filename}`);
  console.log(`packed and installed: ${tarball.entryCount} files, ${Math.round(tarball.size / 1000)} kB`);

  write("use.mjs", `${importing}const same = ${same};\n${asking}`);
  run(process.execPath, "use.mjs");
  console.log(`import: ${answers.length} answers as they should be`);

  write("use.cjs", `${requiring}const same = ${same};\n${asking}`);
  run(process.execPath, "use.cjs");
  console.log(`require: ${answers.length} answers as they should be`);

  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const options = ["--strict", "--noEmit", "--target", "es2022"];
  write("use.mts", importing + compiling);
  write("use.cts", importing + compiling);
  run(process.execPath, tsc, ...options, "--module", "nodenext", "use.mts", "use.cts");
  console.log(`types under nodenext: ${answers.length} compile, ${refused.length} refused`);
  write("use.ts", importing + compiling);
  run(process.execPath, tsc, ...options, "--module", "esnext", "--moduleResolution", "bundler", "use.ts");
  console.log(`types under bundler: ${answers.length} compile, ${refused.length} refused`);
} catch (error) {
  // The compiler reports on its standard output.
  if (error instanceof Error && "stdout" in error) console.error(String(error.stdout));
  throw error;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
