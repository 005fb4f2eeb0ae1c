import type { Figure } from "../../numbers/figure.ts";
import { plainGroups } from "../../vocabulary/cost-model.ts";
import { problem, unknownWord } from "../../vocabulary/problems.ts";
import { text } from "../../vocabulary/schema.ts";
import { received } from "./given-amounts.ts";
import type { Amount, GivenAmounts } from "./given-amounts.ts";

/** A line of cost made elsewhere, redundancies as `staffingGaps` has them say: an amount for every year. */
export interface GivenLine {
  readonly group: "direct" | (typeof plainGroups)[number];
  readonly line: string;
  readonly amounts: Readonly<Record<string, Amount<"GBP">>>;
}

/** A line whose amounts were read, by year. */
export interface ReadLine {
  readonly group: GivenLine["group"];
  readonly line: string;
  readonly amounts: ReadonlyMap<string, Figure<"GBP">>;
}

const groups = ["direct", ...plainGroups] as const;

/** Reads lines of figures, each with an amount for every year: what is left out is not nothing. */
export function readLines(
  lines: readonly GivenLine[],
  years: readonly string[],
  amounts: GivenAmounts,
): readonly ReadLine[] {
  if (Array.isArray(lines))
    return lines.flatMap((one: GivenLine, index) => readLine(one, index, years, amounts));
  amounts.refuse(problem(["lines"], "a list of lines, each { group, line, amounts }", received(lines)));
  return [];
}

function readLine(
  given: GivenLine,
  index: number,
  years: readonly string[],
  amounts: GivenAmounts,
): readonly ReadLine[] {
  const path = ["lines", index];
  if (!amounts.hasNames(path, given, ["group", "line", "amounts"])) return [];
  const { group, line } = given;
  if (!groups.includes(group))
    amounts.refuse(unknownWord([...path, "group"], group, groups, "a group of lines"));
  if (!text.safeParse(line).success)
    amounts.refuse(problem([...path, "line"], "text that is not blank", received(line)));
  if (!amounts.hasNames([...path, "amounts"], given.amounts, years)) return [];
  const read = (year: string): Figure<"GBP"> =>
    amounts.read(given.amounts[year], {
      path: ["fullCost", ...path, "amounts", year],
      name: "cost",
      unit: "GBP",
      range: "zero or more",
      about: { line, year },
    });
  return [{ group, line, amounts: new Map(years.map((year) => [year, read(year)])) }];
}
