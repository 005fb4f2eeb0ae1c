import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as library from "volumes-and-values";
import * as readings from "volumes-and-values/readings";
import { isFormula } from "volumes-and-values";
import * as provider from "volumes-and-values/provider";
import * as sources from "volumes-and-values/sources";
import { formulaBook, formulaBookPath } from "../scripts/formula-book.ts";

test("the formula book is what the formulas say", () => {
  expect(readFileSync(formulaBookPath, "utf8")).toBe(formulaBook());
});

test("every formula that is exported has its entry, once", () => {
  const exported: readonly unknown[] = Object.values({ ...library, ...provider, ...readings, ...sources });
  const headings = [...formulaBook().matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
  expect(headings.sort()).toEqual(
    exported
      .filter(isFormula)
      .map(({ figure }) => figure)
      .sort(),
  );
});
