import { readFile } from "node:fs/promises";
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
  { ...shared, format: "esm", entry: ["src/**/*.ts"], splitting: true },
  // CommonJS is not tree-shaken: one file, so that every class exists once.
  { ...shared, format: "cjs", entry, splitting: false },
]);
