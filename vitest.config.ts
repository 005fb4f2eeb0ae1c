import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { entries } from "./entries.ts";

export default defineConfig({
  resolve: {
    // Tests and documentation import the library as its users do, and get the source.
    alias: entries.map((name) => ({
      find: name === "index" ? /^volumes-and-values$/ : `volumes-and-values/${name}`,
      replacement: fileURLToPath(new URL(`src/${name}.ts`, import.meta.url)),
    })),
  },
  test: {
    include: ["test/**/*.test.ts"],
    // Laws over random plans take their time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The types are tested too. Errors elsewhere in the source are for `npm run types`.
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], ignoreSourceErrors: true },
    reporters: ["default", ["json", { outputFile: "build/tests.json" }]],
    coverage: {
      include: ["src/**/*.ts"],
      reporter: ["text", "html"],
      reportsDirectory: "coverage",
      thresholds: { lines: 90, statements: 90, functions: 90, branches: 85 },
    },
  },
});
