import { readFile, writeFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";
import { entries } from "./entries.ts";

const entry = entries.map((name) => `src/${name}.ts`);

/**
 * Marks every definition of a formula as free of side effects where it stands, so that any bundler drops the
 * formulas of a stage that nobody imports. (A mark at `formula` itself is honoured within its own file only.)
 */
const droppableFormulas: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "droppable-formulas",
  setup: (build) => {
    build.onLoad({ filter: /src[\\/]formulas[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { loader: "ts", contents: source.replaceAll("= formula({", "= /* @__PURE__ */ formula({") };
    });
  },
};

const chunkImport = /import (?:\{[^}]*\} from )?"\.\/(chunk-\w+\.js)";/g;

/** The source of a chunk, which esbuild writes at its head. */
async function sourceOf(chunk: string): Promise<string> {
  const [, source = chunk] = /^\/\/ (src\/.*)$/m.exec(await readFile(`dist/${chunk}`, "utf8")) ?? [];
  return source;
}

/**
 * Puts what a file imports in the order of its sources. A bundler lays modules in the order in which they are imported, and
 * like beside like packs a tenth of a kilobyte smaller; without an order, the size moves with every new file.
 */
const importsInOrder: NonNullable<Options["plugins"]>[number] = {
  name: "imports-in-order",
  async buildEnd({ writtenFiles }) {
    for (const { name } of writtenFiles.filter((file) => file.name.endsWith(".js"))) {
      const text = await readFile(name, "utf8");
      const imports = await Promise.all(
        [...text.matchAll(chunkImport)].map(async ([line, chunk = ""]) => ({
          line,
          source: await sourceOf(chunk),
        })),
      );
      const inOrder = imports.sort((a, b) => (a.source < b.source ? -1 : 1)).values();
      await writeFile(
        name,
        text.replace(chunkImport, () => inOrder.next().value?.line ?? ""),
      );
    }
  },
};

const shared = {
  tsconfig: "tsconfig.build.json",
  target: "es2022",
  platform: "neutral",
  sourcemap: true,
  // Emptied once by `npm run build`: the two configurations run side by side and would empty each other's output.
  clean: false,
  esbuildPlugins: [droppableFormulas],
  // tsup still passes `baseUrl`, which TypeScript 6 deprecates.
  dts: { entry, compilerOptions: { ignoreDeprecations: "6.0" } },
} satisfies Options;

export default defineConfig([
  // Every module is an entry, so that a bundler can drop what an application does not use: zod above all.
  { ...shared, format: "esm", entry: ["src/**/*.ts"], splitting: true, plugins: [importsInOrder] },
  // CommonJS is not tree-shaken: one file, so that every class exists once.
  { ...shared, format: "cjs", entry, splitting: false },
]);
