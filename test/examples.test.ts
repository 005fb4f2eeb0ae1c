import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { examples, outputOf, outputPath } from "../scripts/examples.ts";

const { programs, outputs } = examples();

describe("the examples print what they are said to print", () => {
  test("every example has its output written down, and every output its example", () => {
    expect(outputs).toEqual(programs);
  });

  test.concurrent.for(programs)("%s", { timeout: 60_000 }, async (name, { expect }) => {
    expect(await outputOf(name)).toBe(readFileSync(outputPath(name), "utf8"));
  });
});
