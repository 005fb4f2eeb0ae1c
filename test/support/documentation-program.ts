/** Makes a program of each piece of documentation, type-checks them all at once, and runs each. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import ts from "typescript";
import type { Block, Source } from "./documentation.ts";
import { Page, trimmed } from "./documentation-page.ts";

/** A program made of a source: its text, and the way back from its lines to the source's. */
interface Program {
  readonly source: Source;
  readonly path: string;
  readonly text: string;
  /** The source's line for each line of the program. */
  readonly lines: readonly number[];
  /** The lines that claim something. */
  readonly claims: readonly number[];
  /** What is wrong before anything runs. */
  readonly problems: string[];
}

/**
 * Checks sources: `problems` of each are its type errors, blocks that show no answer, and answers that are not so.
 * All are compiled in one go, which takes seconds; each then runs by itself.
 */
export function prepare(sources: readonly Source[], folder: string): Map<Source, () => Promise<string[]>> {
  const programs = sources.map((source, index) =>
    programOf(source, join(folder, `${slug(source.title)}-${index}.ts`)),
  );
  mkdirSync(folder, { recursive: true });
  const current = new Set(programs.map(({ path }) => basename(path)));
  for (const file of readdirSync(folder)) if (!current.has(file)) rmSync(join(folder, file));
  for (const { path, text } of programs) writeFileSync(path, text);
  addTypeErrors(programs);
  return new Map(programs.map((program) => [program.source, () => run(program)]));
}

async function run(program: Program): Promise<string[]> {
  const { source, path, claims, problems } = program;
  if (problems.length > 0) return problems;
  const at = (line: number, problem: string) => `${source.file}:${line}: ${problem}`;
  const page = new Page();
  const found: string[] = [];
  try {
    const module = (await import(/* @vite-ignore */ resolve(path))) as { run: (page: Page) => Promise<void> };
    await module.run(page);
  } catch (error) {
    return [at(page.line, `does not run: ${error instanceof Error ? error.message : String(error)}`)];
  }
  found.push(...page.problems.map(({ line, problem }) => at(line, problem)));
  for (const line of claims)
    if (!page.reached.has(line)) found.push(at(line, "the code never came to this answer"));
  source.blocks.forEach(({ line, output }, index) => {
    const printed = trimmed(page.printed[index] ?? "");
    if (output === undefined && printed !== "")
      found.push(at(line, `the block prints what no text block shows:\n${printed}`));
    if (output !== undefined && printed !== trimmed(output)) {
      found.push(at(line, `the text block says\n${trimmed(output)}\nand it prints\n${printed}`));
    }
  });
  return found;
}

function programOf(source: Source, path: string): Program {
  const blocks = source.blocks.map(readBlock);
  const out: { text: string; line: number }[] = [];
  const write = (text: string, line = source.blocks[0]?.line ?? 1) => out.push({ text, line });

  write('import type { Page } from "../../test/support/documentation-page.ts";');
  for (const { text, line } of mergedImports(blocks)) write(text, line);
  write("export async function run($page: Page): Promise<void> { const console = $page.console;");
  // A block within the block before it: later blocks see earlier names, and may use them anew.
  blocks.forEach((block, index) => {
    write(`{ $page.block(${index});`, block.line);
    block.body.split("\n").forEach((text, row) => write(text, block.line + row));
  });
  write("}".repeat(blocks.length));
  write("}");

  const problems = blocks.flatMap((block, index) => [
    ...block.problems,
    ...(isHeld(blocks, index) ? [] : [{ line: block.line, problem: "the block shows no answer" }]),
  ]);
  if (blocks.length === 0)
    problems.push({ line: 1, problem: `${source.title}: an example without a ts block` });
  return {
    source,
    path,
    text: out.map(({ text }) => text).join("\n") + "\n",
    lines: out.map(({ line }) => line),
    claims: blocks.flatMap(({ claims }) => claims),
    problems: problems.map(({ line, problem }) => `${source.file}:${line}: ${problem}`),
  };
}

/** A block as read: imports taken out, claims made calls. */
interface ReadBlock {
  readonly line: number;
  readonly imports: readonly Import[];
  readonly body: string;
  readonly claims: readonly number[];
  readonly hasOutput: boolean;
  readonly declared: ReadonlySet<string>;
  readonly mentioned: ReadonlySet<string>;
  readonly problems: readonly { line: number; problem: string }[];
}

interface Import {
  readonly key: string;
  readonly text: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

function readBlock({ code, line: firstLine, output }: Block): ReadBlock {
  const file = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ESNext, true);
  const lineAt = (position: number) => firstLine + file.getLineAndCharacterOfPosition(position).line;
  const edits: { start: number; end: number; text: string }[] = [];
  const insert = (position: number, text: string) => edits.push({ start: position, end: position, text });
  const imports: Import[] = [];
  const claims: number[] = [];
  const declared = new Set<string>();
  const mentioned = new Set<string>();
  const claimedAt = new Set<number>();

  for (const statement of file.statements) {
    const start = statement.getStart();
    if (ts.isImportDeclaration(statement)) {
      imports.push(...importsOf(statement, lineAt(start)));
      edits.push({ start, end: statement.end, text: code.slice(start, statement.end).replace(/[^\n]/g, "") });
      continue;
    }
    for (const name of namesOf(statement)) declared.add(name);
    if (!ts.isTypeAliasDeclaration(statement) && !ts.isInterfaceDeclaration(statement)) {
      insert(start, `$page.at(${lineAt(start)}); `);
    }
    const exported = ts.canHaveModifiers(statement)
      ? ts.getModifiers(statement)?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      : undefined;
    if (exported !== undefined) edits.push({ start: exported.getStart(), end: exported.end, text: "" });
  }

  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node)) mentioned.add(node.text);
    if (ts.isExpressionStatement(node) || ts.isVariableStatement(node)) {
      const claim = claimAfter(code, node.end);
      if (claim !== undefined) {
        const line = lineAt(claim.position);
        claims.push(line);
        claimedAt.add(claim.position);
        assertClaim(node, claim, line, insert);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);

  const problems = [...code.matchAll(claimMark)]
    .map((match) => match.index + match[0].indexOf("//"))
    .filter((position) => !claimedAt.has(position))
    .map((position) => ({ line: lineAt(position), problem: "an answer that belongs to no statement" }));
  return {
    line: firstLine,
    imports,
    body: edited(code, edits),
    claims,
    hasOutput: output !== undefined,
    declared: new Set([...declared, ...imports.map(({ key }) => key)]),
    mentioned,
    problems,
  };
}

const claimMark = /(?<=^|[ \t;])\/\/ ?(=>|throws:)/gm;

interface Claim {
  readonly throws: boolean;
  readonly text: string;
  /** Where its comment begins. */
  readonly position: number;
}

/** The claim after a statement: on its last line or beginning the next, and going on while comments are indented. */
function claimAfter(code: string, end: number): Claim | undefined {
  const first = /^([ \t]*(?:\n[ \t]*)?)\/\/ ?(=>|throws:) ?(.*)/.exec(code.slice(end));
  if (first === null) return undefined;
  const [whole, before = "", mark, text = ""] = first;
  const answer = [text];
  for (const line of code.slice(end + whole.length + 1).split("\n")) {
    const more = /^[ \t]*\/\/(?: {4}(.*)| {0,3})$/.exec(line);
    if (more === null) break;
    answer.push(more[1] ?? "");
  }
  if (text === "") answer.shift();
  return { throws: mark === "throws:", text: answer.join("\n"), position: end + before.length };
}

/** Turns a statement and its claim into calls of the page, without moving a line. */
function assertClaim(
  node: ts.ExpressionStatement | ts.VariableStatement,
  claim: Claim,
  line: number,
  insert: (position: number, text: string) => void,
): void {
  const said = JSON.stringify(claim.text);
  if (claim.throws) {
    const waits = hasAwait(node);
    insert(
      node.getStart(),
      waits ? `await $page.rejects(${line}, async () => { ` : `$page.throws(${line}, () => { `,
    );
    insert(node.end, ` }, ${said});`);
  } else if (ts.isVariableStatement(node)) {
    const { name } = node.declarationList.declarations[0] ?? {};
    insert(node.end, ` $page.answers(${line}, ${name?.getText() ?? "undefined"}, ${said});`);
  } else if (/^console\./.test(node.expression.getText())) {
    insert(node.getStart(), "$page.printing(); ");
    insert(node.end, ` $page.prints(${line}, ${said});`);
  } else {
    insert(node.expression.getStart(), `$page.answers(${line}, (`);
    insert(node.expression.end, `), ${said})`);
  }
}

function hasAwait(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node)) return true;
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, hasAwait) ?? false);
}

function edited(code: string, edits: readonly { start: number; end: number; text: string }[]): string {
  let result = "";
  let position = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += code.slice(position, start) + text;
    position = Math.max(position, end);
  }
  return result + code.slice(position);
}

function importsOf(statement: ts.ImportDeclaration, line: number): Import[] {
  const from = statement.moduleSpecifier.getText();
  const clause = statement.importClause;
  if (clause === undefined) return [{ key: from, text: `import ${from};`, typeOnly: false, line }];
  const whole = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const one = (key: string, text: string, typeOnly: boolean): Import => ({
    key,
    text: `import ${typeOnly ? "type " : ""}${text} from ${from};`,
    typeOnly,
    line,
  });
  const bindings = clause.namedBindings;
  return [
    ...(clause.name === undefined ? [] : [one(clause.name.text, clause.name.text, whole)]),
    ...(bindings !== undefined && ts.isNamespaceImport(bindings)
      ? [one(bindings.name.text, bindings.getText(), whole)]
      : []),
    ...(bindings !== undefined && ts.isNamedImports(bindings)
      ? bindings.elements.map((element) => {
          const alias = element.propertyName === undefined ? "" : `${element.propertyName.getText()} as `;
          return one(element.name.text, `{ ${alias}${element.name.text} }`, whole || element.isTypeOnly);
        })
      : []),
  ];
}

/** Each import once; one for its value stands for one for its type. */
function mergedImports(blocks: readonly ReadBlock[]): Import[] {
  const merged = new Map<string, Import>();
  for (const each of blocks.flatMap(({ imports }) => imports)) {
    const same = each.text.replace("import type ", "import ");
    const known = merged.get(same);
    if (known === undefined || (known.typeOnly && !each.typeOnly)) merged.set(same, each);
  }
  return [...merged.values()];
}

function namesOf(statement: ts.Statement): string[] {
  const names: string[] = [];
  const add = (name: ts.Node | undefined) => {
    if (name === undefined) return;
    if (ts.isIdentifier(name)) names.push(name.text);
    else if (ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name)) {
      for (const element of name.elements) if (ts.isBindingElement(element)) add(element.name);
    }
  };
  if (ts.isVariableStatement(statement))
    for (const { name } of statement.declarationList.declarations) add(name);
  else if ("name" in statement) add(statement.name as ts.Node | undefined);
  return names;
}

/** Whether a block shows an answer or what it prints, or declares what a later block that does so makes use of. */
function isHeld(blocks: readonly ReadBlock[], index: number): boolean {
  const block = blocks[index];
  if (block === undefined) return false;
  if (block.claims.length > 0 || block.hasOutput) return true;
  return blocks.some(
    (later, at) =>
      at > index && [...block.declared].some((name) => later.mentioned.has(name)) && isHeld(blocks, at),
  );
}

function addTypeErrors(programs: readonly Program[]): void {
  const { config } = ts.readConfigFile("tsconfig.json", (path) => readFileSync(path, "utf8")) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, files: [], include: [] },
    ts.sys,
    resolve("."),
  );
  const compiled = ts.createProgram(
    programs.map(({ path }) => path),
    // An example may declare what it only shows, and reads better with dots.
    {
      ...options,
      noUnusedLocals: false,
      noUnusedParameters: false,
      noPropertyAccessFromIndexSignature: false,
    },
  );
  for (const { source, path, lines, problems } of programs) {
    const file = compiled.getSourceFile(path);
    for (const error of [
      ...compiled.getSyntacticDiagnostics(file),
      ...compiled.getSemanticDiagnostics(file),
    ]) {
      const row = file?.getLineAndCharacterOfPosition(error.start ?? 0).line ?? 0;
      const message = ts.flattenDiagnosticMessageText(error.messageText, "\n");
      problems.push(`${source.file}:${lines[row] ?? 1}: does not compile: ${message}`);
    }
  }
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
