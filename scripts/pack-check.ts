/**
 * Packs the package, installs the tarball in an empty project and uses it there in every way a user may:
 * import, require, and TypeScript under both kinds of module resolution. What is asked is in pack-check.json:
 * first of the package by itself, then with the optional packages that some entries need.
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
  /** The optional package without which its entry cannot be imported. */
  readonly needs?: string;
}

const { answers, refused } = JSON.parse(
  readFileSync(new URL("pack-check.json", import.meta.url), "utf8"),
) as {
  answers: (Question & { gives: string })[];
  refused: (Question & { why: string })[];
};
const { devDependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  devDependencies: Record<string, string>;
};

/** The names that some questions use, by the entry they come from. */
function entriesOf(questions: readonly Question[]) {
  const used = questions.flatMap(({ imports }) => Object.entries(imports));
  return [...new Set(used.map(([entry]) => entry))].map((entry) => ({
    from: `volumes-and-values${entry}`,
    names: [...new Set(used.flatMap(([one, names]) => (one === entry ? names : [])))].sort().join(", "),
  }));
}

const importing = (questions: readonly Question[]): string =>
  entriesOf(questions)
    .map(({ from, names }) => `import { ${names} } from "${from}";\n`)
    .join("");
const requiring = (questions: readonly Question[]): string =>
  entriesOf(questions)
    .map(({ from, names }) => `const { ${names} } = require("${from}");\n`)
    .join("");

/** A program that fails at the first answer that is not as it should be. */
const asking = (questions: typeof answers): string =>
  `const same = (answer, gives) => { if (answer !== gives) throw new Error("expected " + gives + ", not " + answer); };\n` +
  questions.map(({ expression, gives }) => `same(${expression}, ${JSON.stringify(gives)});\n`).join("");

/** The same in TypeScript, with what must not compile: an expectation that nothing goes wrong is itself an error. */
const compiling =
  importing([...answers, ...refused]) +
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
const install = (what: string) => run("npm", "install", "--prefer-offline", "--no-audit", "--no-fund", what);

/** Asks in both ways in which JavaScript takes a package in. */
function ask(questions: typeof answers): void {
  write("use.mjs", importing(questions) + asking(questions));
  run(process.execPath, "use.mjs");
  console.log(`import: ${questions.length} answers as they should be`);
  write("use.cjs", requiring(questions) + asking(questions));
  run(process.execPath, "use.cjs");
  console.log(`require: ${questions.length} answers as they should be`);
}

/** An entry whose optional package is not there is refused by that package's name. */
function refuseWithout({ imports, needs = "" }: Question): void {
  for (const entry of Object.keys(imports).filter((name) => name !== "")) {
    write(
      "without.mjs",
      `const error = await import("volumes-and-values${entry}").then(() => undefined, (error) => error);\n` +
        `if (!String(error).includes("${needs}")) throw new Error("expected ${needs} to be missed, not " + error);\n`,
    );
    run(process.execPath, "without.mjs");
  }
}

try {
  const [tarball] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
      encoding: "utf8",
    }),
  ) as [{ filename: string; entryCount: number; size: number }];
  write("package.json", JSON.stringify({ name: "a-user", private: true }));
  install(`./${tarball.filename}`);
  console.log(`packed and installed: ${tarball.entryCount} files, ${Math.round(tarball.size / 1000)} kB`);

  const needing = answers.filter(({ needs }) => needs !== undefined);
  ask(answers.filter(({ needs }) => needs === undefined));
  needing.forEach(refuseWithout);
  for (const needed of new Set(needing.flatMap(({ needs }) => needs ?? []))) {
    install(`${needed}@${devDependencies[needed] ?? "latest"}`);
    console.log(`with the optional ${needed}:`);
  }
  ask(answers);

  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const options = ["--strict", "--noEmit", "--target", "es2022"];
  write("use.mts", compiling);
  write("use.cts", compiling);
  run(process.execPath, tsc, ...options, "--module", "nodenext", "use.mts", "use.cts");
  console.log(`types under nodenext: ${answers.length} compile, ${refused.length} refused`);
  write("use.ts", compiling);
  run(process.execPath, tsc, ...options, "--module", "esnext", "--moduleResolution", "bundler", "use.ts");
  console.log(`types under bundler: ${answers.length} compile, ${refused.length} refused`);
} catch (error) {
  // The compiler reports on its standard output.
  if (error instanceof Error && "stdout" in error) console.error(String(error.stdout));
  throw error;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
