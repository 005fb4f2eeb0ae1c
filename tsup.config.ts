import { defineConfig, type Options } from "tsup";

const shared = {
  tsconfig: "tsconfig.build.json",
  target: "es2022",
  platform: "neutral",
  sourcemap: true,
  // Emptied once by `npm run build`: the two configurations run side by side and would empty each other's output.
  clean: false,
  // tsup still passes `baseUrl`, which TypeScript 6 deprecates.
  dts: { entry: "src/index.ts", compilerOptions: { ignoreDeprecations: "6.0" } },
} satisfies Options;

export default defineConfig([
  // Every module is an entry, so that a bundler can drop what an application does not use: zod above all.
  { ...shared, format: "esm", entry: ["src/**/*.ts"], splitting: true },
  // CommonJS is not tree-shaken: one file, so that every class exists once.
  { ...shared, format: "cjs", entry: ["src/index.ts"], splitting: false },
]);
