import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const path = `${root}test/types.test-d.ts`;
const text = readFileSync(path, "utf8").replaceAll("@ts-expect-error", "@expected");

/** What the compiler says of each line once nothing is expected of it any more. */
function saidByLine(): ReadonlyMap<number, string> {
  const config = ts.readConfigFile(`${root}tsconfig.json`, (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([path], options, {
    ...host,
    getSourceFile: (file, languageVersion) =>
      file === path
        ? ts.createSourceFile(file, text, languageVersion)
        : host.getSourceFile(file, languageVersion),
  });
  const source = program.getSourceFile(path);
  const said = new Map<number, string>();
  for (const { file, start = 0, messageText } of program.getSemanticDiagnostics(source)) {
    const { line } = (file as ts.SourceFile).getLineAndCharacterOfPosition(start);
    said.set(line, `${said.get(line) ?? ""} ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  }
  return said;
}

const said = saidByLine();
const expected = text
  .split("\n")
  .flatMap((line, index) => {
    const message = /\/\/ @expected (.+)/.exec(line)?.[1];
    return message === undefined ? [] : [[index + 1, message] as const];
  })
  .map(([line, message]) => ({ line, message, says: (said.get(line) ?? "nothing").replace(/\s+/g, " ") }));

test("people who mix up units are told so by the compiler, in the words that the type tests promise", () => {
  expect(expected.length).toBeGreaterThan(20);
  for (const { message, says } of expected) {
    for (const part of message.split(" … ")) expect.soft(says).toContain(part);
  }
});

test("nothing else in the type tests is wrong", () => {
  const lines = new Set(expected.map(({ line }) => line));
  expect([...said].filter(([line]) => !lines.has(line))).toEqual([]);
});
