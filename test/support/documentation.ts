/** Finds what the documentation shows: the ts blocks of Markdown files and the examples of docstrings. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { marked, type Token, type Tokens } from "marked";
import ts from "typescript";

/** One fenced ts block, with the output shown right after it. */
export interface Block {
  readonly code: string;
  /** The line of the file where the code begins. */
  readonly line: number;
  /** The text block that follows at once: what the block prints. */
  readonly output?: string;
}

/** Blocks that a reader takes in one go: a Markdown file, or one example of a docstring. */
export interface Source {
  readonly title: string;
  readonly file: string;
  readonly blocks: readonly Block[];
}

/** Every Markdown file with a ts block, and every example of a docstring. */
export function documentation(): Source[] {
  const pages = ["README.md", ...filesIn("docs", ".md")].filter((file) => existsSync(file));
  const modules = filesIn("src", ".ts");
  return [
    ...pages
      .map((file) => markdownSource(file, readFileSync(file, "utf8")))
      .filter(({ blocks }) => blocks.length > 0),
    ...modules.flatMap((file) => docstringSources(file, readFileSync(file, "utf8"))),
  ];
}

/** A Markdown text as one source. */
export function markdownSource(file: string, text: string): Source {
  return { title: file, file, blocks: blocksIn(text) };
}

/** A source for each `@example` of a module, and for each docstring with a ts block elsewhere. */
export function docstringSources(file: string, text: string): Source[] {
  const seen = new Map<string, number>();
  return docstrings(file, text).flatMap(({ symbol, line, comment }) =>
    sections(comment).flatMap((section): Source[] => {
      const blocks = blocksIn("\n".repeat(line - 1) + section.text);
      if (blocks.length === 0 && !section.example) return [];
      const nth = (seen.get(symbol) ?? 0) + 1;
      seen.set(symbol, nth);
      return [{ title: `${file}: ${symbol}${nth > 1 ? ` (${nth})` : ""}`, file, blocks }];
    }),
  );
}

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .sort();
}

const runnable = /^(ts|typescript|tsx|js|javascript|jsx|mjs|cjs)\b/;

function blocksIn(text: string): Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  let line = 0;
  const read = (tokens: readonly Token[]) => {
    const shown = tokens.filter(({ type }) => type !== "space");
    shown.forEach((token, index) => {
      if (isCode(token) && runnable.test(token.lang ?? "")) {
        line =
          lines.findIndex(
            (each, at) => at >= line && /^[\s>]*(```|~~~)/.test(each) && each.includes(token.lang ?? ""),
          ) + 1;
        if (token.lang !== "ts")
          throw new Error(`line ${line}: fence it as \`\`\`ts alone; every example runs`);
        const next = shown[index + 1];
        const output =
          next !== undefined && isCode(next) && next.lang === "text" ? { output: next.text } : {};
        blocks.push({ code: token.text, line: line + 1, ...output });
      }
      if (token.type === "list") (token as Tokens.List).items.forEach((item) => read(item.tokens));
      else if ("tokens" in token) read(token.tokens ?? []);
    });
  };
  read(marked.lexer(text));
  return blocks;
}

function isCode(token: Token): token is Tokens.Code {
  return token.type === "code";
}

/** Every docstring of a module: the outermost thing it stands before, its first line, its text without the stars. */
function docstrings(file: string, text: string): { symbol: string; line: number; comment: string }[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found = new Map<number, { symbol: string; line: number; comment: string }>();
  const visit = (node: ts.Node, owner: string) => {
    const symbol = nameOf(node, owner);
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (!text.startsWith("/**", pos) || found.has(pos)) continue;
      const comment = text
        .slice(pos + 3, end - 2)
        .split("\n")
        .map((line) => line.replace(/^\s*\* ?/, ""))
        .join("\n");
      found.set(pos, {
        symbol: symbol || "module",
        line: source.getLineAndCharacterOfPosition(pos).line + 1,
        comment,
      });
    }
    ts.forEachChild(node, (child) => visit(child, symbol));
  };
  visit(source, "");
  return [...found.values()];
}

function nameOf(node: ts.Node, owner: string): string {
  const declaration = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node;
  if (declaration === undefined || ts.isImportDeclaration(declaration) || !("name" in declaration))
    return owner;
  const { name } = declaration as { name?: ts.Node };
  if (name === undefined || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) return owner;
  return owner === "" || owner === name.text ? name.text : `${owner}.${name.text}`;
}

/** A docstring cut at its tags, each part on the lines it had: the examples, and all the rest as one. */
function sections(comment: string): { example: boolean; text: string }[] {
  const lines = comment.split("\n");
  const rest: string[] = lines.map(() => "");
  const examples: string[][] = [];
  let fenced = false;
  let into = rest;
  lines.forEach((line, index) => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (!fenced && /^\s*@\w+/.test(line)) {
      into = /^\s*@example\b/.test(line) ? lines.map(() => "") : rest;
      if (into !== rest) examples.push(into);
    }
    into[index] = line.replace(/^\s*@example\b/, "");
  });
  return [
    { example: false, text: rest.join("\n") },
    ...examples.map((example) => ({ example: true, text: example.join("\n") })),
  ];
}
