import { given, sum } from "../numbers/figure.ts";
import type { Figure } from "../numbers/figure.ts";
import { aboveZero, nothing, zeroOrMore } from "./held.ts";
import type { Held, HeldFigure } from "./held.ts";

/** Inputs that stand beside each other, by rank: those of one are, together, at most those of the one before. */
interface Order {
  readonly held: Held;
  readonly ranks: Set<string>[];
}

/** Those who start are of those who are referred, and those who complete of those who start. */
const stages = ["referrals", "starts", "completions"];

/** What stands side by side in data, each at most the one before it. */
const sideBySide = ["ofAll", "ours", "peopleInYear", "people", ...stages];

/** Where it does. In months, those who start may be of the referrals of those before. */
const places =
  /^(.*drivers\.[^.]+|caseload\.cells\.\d+|volumes\..*(?:\d{4}\/\d\d|contract year \d+)|.*opening\.\w+)\.(\w+)$/;

const band = /^(.*(?:below|above))\.(\d+)\.beyond$/;

/** What is paid at most, at least and in any case: whatever the year, or in one. */
const limit = /^(.*)\b(atMost|atLeast|parts\.\d+\.amount)(\.values\..+|\.otherwise|)$/;

/** What a contract counts in a year, and what stands beside it. */
const contracted = /^volumes\.([^.]+)\.(cases|referrals|outcomes)\b/;

/**
 * How some inputs are held to each other, as far as they are so as they stand. Of a contract more may start in a year than
 * are referred in it, but not in all of its years.
 */
export function relationsAmong(inputs: ReadonlyMap<string, Figure>): readonly HeldFigure[] {
  const orders = new Map<string, Order>();
  const put = (path: string, place: string, rank: number, held = zeroOrMore): void => {
    const order = orders.get(place) ?? { held, ranks: [] };
    orders.set(place, order);
    (order.ranks[rank] ??= new Set()).add(path);
  };
  const matching = (form: RegExp) =>
    [...inputs].flatMap(([path, { unit }]) => {
      const [, place = "", name = "", year = ""] = form.exec(path) ?? [];
      return name === "" ? [] : [{ path, place, name, year, unit }];
    });

  for (const { path, place, name } of matching(places))
    if (sideBySide.includes(name)) put(path, place, sideBySide.indexOf(name));
  for (const { path, place, name } of matching(band)) put(path, place, 99 - Number(name), aboveZero);
  const limits = matching(limit);
  for (const { place, year } of limits)
    for (const { name } of limits) {
      const path = [year, ".otherwise", ""].map((of) => place + name + of).find((one) => inputs.has(one));
      for (const least of ["atLeast", "amount"])
        if (path !== undefined && (name === "atMost" || name.endsWith(least)))
          put(path, place + year + least, name === "atMost" ? 0 : 1);
    }
  const volumes = matching(contracted);
  if (volumes.some(({ name }) => name === "cases"))
    for (const { path, place, name, unit } of volumes) {
      put(path, place + unit, name === "cases" ? 0 : 1, nothing);
      const isFirst = volumes.every((one) => one.place !== place || one.unit !== unit || one.name >= name);
      if (isFirst && stages.includes(unit)) put(path, "volumes", stages.indexOf(unit));
    }

  const together = (paths: ReadonlySet<string>): Figure =>
    sum(
      "ratio",
      [...paths].map((path) => {
        const input = inputs.get(path) as Figure;
        return input.dividedBy(given(1, input.unit, { name: path })) as Figure<"ratio">;
      }),
    ).named([...paths].join(" + "));
  return [...orders.values()]
    .flatMap(({ held, ranks }) => {
      const inOrder = Object.values(ranks);
      return inOrder.slice(1).map((parts, index): HeldFigure => {
        const wholes = inOrder[index] as ReadonlySet<string>;
        const [whole, part] = [together(wholes), together(parts)];
        const figure = whole.minus(part).named(`${whole.name} less ${part.name}`);
        return { figure, held, on: [...wholes, ...parts] };
      });
    })
    .filter(({ figure, held }) => held.isNearly(figure.value.toNumber()));
}
