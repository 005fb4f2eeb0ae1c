import { readFileSync } from "node:fs";
import type * as z from "zod/mini";
import { describe, expect, test } from "vitest";
import { paidNames } from "../../src/model/provider/payment.ts";
import { yearNames } from "../../src/model/provider/years-given.ts";
import { assumptionBy, assumptionSchema } from "../../src/vocabulary/assumption.ts";
import { bidderSchema } from "../../src/vocabulary/bidder.ts";
import { mechanismSchema } from "../../src/vocabulary/mechanism.ts";

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

/** One key of data, in whichever of its forms: whether it is needed where it may stand, and the words that it takes. */
interface Key {
  readonly key: string;
  readonly needed: boolean;
  readonly words: readonly string[];
}

const amounts: readonly z.core.$ZodType[] = [assumptionSchema, assumptionBy];
const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def;

/** What a schema may stand for: the forms of a list's elements, of what is optional, and of alternatives. */
function formsOf(schema: z.core.$ZodType): readonly Definition[] {
  if (amounts.includes(schema)) return [];
  const definition = definitionOf(schema);
  const { innerType, element, options = [] } = definition;
  const within = [innerType, element, ...options].filter((one) => one !== undefined);
  return [definition, ...within.flatMap(formsOf)];
}

function keysOf(schema: z.core.$ZodType, above: string): readonly Key[] {
  const keys = formsOf(schema).flatMap(({ shape = {} }) =>
    Object.entries(shape).flatMap(([name, value]): Key[] => {
      const key = above === "" ? name : `${above}.${name}`;
      const words = formsOf(value).flatMap(({ values, entries = {} }) => values ?? Object.values(entries));
      const needed = definitionOf(value).type !== "optional";
      return [{ key, needed, words: words.map(String) }, ...keysOf(value, key)];
    }),
  );
  return [...new Set(keys.map(({ key }) => key))].map((key) => {
    const same = keys.filter((one) => one.key === key);
    return {
      key,
      needed: same.every(({ needed }) => needed),
      words: [...new Set(same.flatMap(({ words }) => words))],
    };
  });
}

const page = readFileSync(new URL("../../docs/every-key-of-a-provider.md", import.meta.url), "utf8");

/** The rows of the table under a heading: a key, whether it is needed, and what it is. */
const tableUnder = (heading: string): readonly { key: string; needed: string; what: string }[] =>
  (page.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => {
      const [, key = "", needed = "", what = ""] = line.split("|").map((cell) => cell.trim());
      return { key: key.replaceAll("`", ""), needed, what };
    });

describe.each([
  ["A payment mechanism", keysOf(mechanismSchema, "")],
  ["A provider", keysOf(bidderSchema, "").filter(({ key }) => !key.startsWith("mechanism."))],
])("the guide's table of %s", (heading, keys) => {
  const rows = tableUnder(heading);

  test("has every key, says whether it is needed, and has no other", () => {
    expect(rows.map(({ key, needed }) => `${key} ${needed}`).sort()).toEqual(
      keys.map(({ key, needed }) => `${key} ${needed ? "yes" : "no"}`).sort(),
    );
  });

  test("says the words that a key takes", () => {
    const unsaid = keys.flatMap(({ key, words }) => {
      const what = rows.find((row) => row.key === key)?.what ?? "";
      return key.startsWith("costIndexation") ? [] : words.filter((word) => !what.includes(`"${word}"`));
    });
    expect(unsaid).toEqual([]);
  });
});

describe.each([
  ["A volume", paidNames, ["contracted", "delivered"]],
  ["A year's volumes", yearNames, ["cases"]],
])("the guide's table of %s", (heading, names, needed) => {
  test("has every key, says whether it is needed, and has no other", () => {
    expect(tableUnder(heading).map((row) => `${row.key} ${row.needed}`)).toEqual(
      names.map((name) => `${name} ${needed.includes(name) ? "yes" : "no"}`),
    );
  });
});
