import type { Figure } from "../numbers/figure.ts";
import { stages } from "../vocabulary/stages.ts";
import { aboveZero, nothing, share } from "./held.ts";
import type { Held } from "./held.ts";

/** An input in an order with others: those of one rank are, together, at most those of the rank before. */
export interface Ordered {
  readonly path: string;
  readonly order: string;
  readonly rank: number;
  /** How far each rank is above the next, where that is not zero or more. */
  readonly held?: Held;
}

type Inputs = ReadonlyMap<string, Figure>;

/** An input whose path has some form, with what the path says. */
interface Met {
  readonly path: string;
  readonly place: string;
  readonly name: string;
  readonly year: string;
  readonly unit: string;
}

const matching = (inputs: Inputs, form: RegExp): readonly Met[] =>
  [...inputs].flatMap(([path, { unit }]) => {
    const [, place = "", name = "", year = ""] = form.exec(path) ?? [];
    return name === "" ? [] : [{ path, place, name, year, unit }];
  });

/** Those who start are of those who are referred, and those who complete of those who start. */
const inStages: readonly string[] = stages;

/** What stands side by side in data, each at most the one before it. */
const sideBySide = ["ofAll", "ours", "peopleInYear", "people", ...inStages];

/** Where it does. In months, those who start may be of the referrals of those before. */
const beside =
  /^(.*drivers\.[^.]+|caseload\.cells\.\d+|volumes\..*(?:\d{4}\/\d\d|contract year \d+)|.*opening\.\w+)\.(\w+)$/;

const besideEachOther = (inputs: Inputs): readonly Ordered[] =>
  matching(inputs, beside)
    .filter(({ name }) => sideBySide.includes(name))
    .map(({ path, place, name }) => ({ path, order: place, rank: sideBySide.indexOf(name) }));

const band = /^(.*(?:below|above))\.(\d+)\.beyond$/;
const mostBands = 99;

/** Each band begins further out than the one before it. */
const bands = (inputs: Inputs): readonly Ordered[] =>
  matching(inputs, band).map(({ path, place, name }) => ({
    path,
    order: place,
    rank: mostBands - Number(name),
    held: aboveZero,
  }));

/** What is paid at most, at least and in any case: whatever the year, or in one. */
const limit = /^(.*)\b(atMost|atLeast|parts\.\d+\.amount)(\.values\..+|\.otherwise|)$/;

/** Each year that one of them names is an order, with what the others are in it. */
function limits(inputs: Inputs): readonly Ordered[] {
  const met = matching(inputs, limit);
  return met.flatMap(({ place, year }) =>
    met.flatMap(({ name }) => {
      const path = [year, ".otherwise", ""].map((of) => place + name + of).find((one) => inputs.has(one));
      const rank = name === "atMost" ? 0 : 1;
      const below = ["atLeast", "amount"].filter((least) => rank === 0 || name.endsWith(least));
      return path === undefined
        ? []
        : below.map((least) => ({ path, order: `${place}${year} ${least}`, rank }));
    }),
  );
}

/** What a contract counts in a year, and what stands beside it. */
const contracted = /^volumes\.([^.]+)\.(cases|referrals|outcomes)\b/;

/**
 * A measure is the same in a year wherever a contract states it. More may start in a year than are referred in it, but not in
 * all of its years: each measure counts once there, as it is first stated.
 */
function volumesOfContract(inputs: Inputs): readonly Ordered[] {
  const met = matching(inputs, contracted);
  if (met.every(({ name }) => name !== "cases")) return [];
  const isFirst = ({ place, unit, name }: Met): boolean =>
    met.every((one) => one.place !== place || one.unit !== unit || one.name >= name);
  const inAllYears = met.filter((one) => inStages.includes(one.unit) && isFirst(one));
  return [
    ...met.map(({ path, place, unit, name }) => {
      const rank = name === "cases" ? 0 : 1;
      return { path, order: `${place} ${unit}`, rank, held: nothing };
    }),
    ...inAllYears.map(({ path, unit }) => ({ path, order: "all years", rank: inStages.indexOf(unit) })),
  ];
}

/** What shares of one whole are called: those of a mix, or of a lag. */
const parts: ReadonlySet<string> = new Set(["complexityShare", "lagShare"]);

/** Shares of one whole are all of it at most, whether or not a figure rests on the one that they leave. */
const sharesOfAll = (inputs: Inputs): readonly Ordered[] =>
  [...inputs].flatMap(([path, { name = "" }]) =>
    parts.has(name) ? [{ path, order: path.slice(0, path.lastIndexOf(".")), rank: 0, held: share }] : [],
  );

/** The orders in which some inputs stand. */
export const ordersOf = (inputs: Inputs): readonly Ordered[] =>
  [besideEachOther, bands, limits, volumesOfContract, sharesOfAll].flatMap((find) => find(inputs));
