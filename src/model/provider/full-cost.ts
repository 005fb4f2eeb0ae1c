import { absent, isAbsent } from "../../absent.ts";
import type { Maybe } from "../../absent.ts";
import type { Problem } from "../../errors.ts";
import {
  directCostOfStarts,
  driverShare,
  fullCostOfYear,
  fullUnitCost,
  irrecoverableVat,
  overheadBorne,
  sharedByDirectCost,
  sharedByStarts,
  surplusOnCost,
  valueForFullRecovery,
} from "../../formulas/full-cost.ts";
import { isZero } from "../../numbers/exact.ts";
import { isFigure, sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import { grouped, withoutNoise } from "../../numbers/print.ts";
import type { Unit } from "../../numbers/unit.ts";
import type { AssumptionBy } from "../../vocabulary/assumption.ts";
import { lineGroups, parseCostModel, plainGroups } from "../../vocabulary/cost-model.ts";
import type { CostModel } from "../../vocabulary/cost-model.ts";
import { duplicateProblems } from "../../vocabulary/checks/duplicates.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { parseStaffing } from "../../vocabulary/staffing.ts";
import { unknownWordError } from "../filter.ts";
import { groupedBy } from "../group.ts";
import { assumedFigure } from "../inputs.ts";
import type { Chooser } from "../inputs.ts";
import { GivenAmounts, received } from "./given-amounts.ts";
import { readLines } from "./given-lines.ts";
import type { GivenLine } from "./given-lines.ts";
import { payByComplexity } from "./pay-by-complexity.ts";
import type { PayOfRole } from "./pay-by-complexity.ts";
import { inTime } from "./periods.ts";
import { lackingChoices, ownChooser } from "./role-hours.ts";
import { isStaff } from "./staff.ts";
import type { Staff } from "./staff.ts";
import { strangeWords } from "./strange-words.ts";
import { workRows } from "./work.ts";
import type { Work, WorkRow } from "./work.ts";

/** What full cost follows from, besides the cost model. */
export interface FullCostOptions {
  /** The starts of each year, by complexity if cost is asked for by it. */
  readonly volumes: readonly Work[];
  /** The staff whose pay is a direct cost, a line for each role; left out where the model has lines for them. */
  readonly staff?: Staff;
  /** Lines made elsewhere, redundancies as `staffingGaps` has them say, in a group of the model, year by year. */
  readonly lines?: readonly GivenLine[];
}

/** The groups of all lines: those that the model's lines stand in, and VAT. */
const groupsOfCost = [...lineGroups, "vat"] as const;

/** One line of cost in one year. */
export interface FullCostLine {
  readonly group: (typeof groupsOfCost)[number];
  readonly line: string;
  readonly cost: Figure<"GBP">;
  /** What it grows with; nothing, where it is the same whatever the volume. */
  readonly growsWith?: "starts";
}

/** What the starts of one complexity cost. */
export interface CostOfLevel {
  readonly complexity: string;
  readonly starts: Figure<"starts">;
  /** What its starts take: what each of them costs, and the pay for the hours that they take of staff. */
  readonly direct: Figure<"GBP">;
  /** Its part of all else. */
  readonly shared: Maybe<"GBP">;
  readonly cost: Maybe<"GBP">;
  /** Before any surplus. */
  readonly fullUnitCost: Maybe<"GBP/starts">;
}

/** What a service costs in full in one year. */
export interface FullCostYear {
  readonly year: string;
  readonly starts: Figure<"starts">;
  readonly lines: readonly FullCostLine[];
  /**
   * The lines of a group together: nothing, where it has none.
   *
   * @throws ModelError `unknown-word` for a group that nobody knows.
   */
  readonly of: (group: FullCostLine["group"]) => Figure<"GBP">;
  /** All lines together, before any surplus. */
  readonly cost: Figure<"GBP">;
  readonly surplus: Figure<"GBP">;
  /** Cost and surplus: what the contract must pay. */
  readonly valueForFullRecovery: Figure<"GBP">;
  /** Before any surplus; absent where nobody starts. */
  readonly fullUnitCost: Maybe<"GBP/starts">;
  readonly byComplexity: readonly CostOfLevel[];
}

/** What a service costs in full, year by year. */
export interface FullCost {
  readonly model: CostModel;
  readonly years: readonly FullCostYear[];
  /** The lines of every year as text, for `console.table`. */
  table(): readonly Readonly<Record<string, string>>[];
}

/**
 * What a service costs its provider in full: direct cost, its share of each overhead by a stated driver, non-cash items,
 * management, TUPE, redundancy, VAT that is not recovered, and the surplus on top; by complexity and in all.
 *
 * A cost of one year only is given by year: `{ by: "year", values: { "2021/22": 14_791.76 }, otherwise: 0 }`. A cost
 * that is a figure, made by `staffingGaps` say, goes into `lines`, and keeps its working.
 *
 * Pay of staff is borne by the complexity that takes their hours, if the work of the staff states its complexity, and
 * pay of managers by the pay they manage. Posts that are there in any case are shared as the model says.
 *
 * @throws ModelError `invalid-data` with every problem of the model, or of the volumes: other starts than those the
 * staff are for among them, staff whose pay is not known, and two lines of one name in a group; `mixed-prices` for lines
 * of figures that say they are in several prices.
 *
 * @example
 * ```ts
 * import { fullCost } from "volumes-and-values/provider";
 *
 * const model = {
 *   direct: [{ line: "advisers", cost: 281_600 }, { line: "travel and phones", costPerStart: 35 }],
 *   drivers: { people: { ours: 12, ofAll: 80 } },
 *   overheads: [{ line: "HR and IT", cost: 160_000, driver: "people" }],
 *   nonCash: [{ line: "depreciation", cost: 2_000 }],
 *   management: [{ line: "service manager", cost: 20_000 }],
 *   tupe: [],
 *   redundancy: [],
 *   vat: { taxableSpend: 40_000, vatRate: "0.2", irrecoverableShare: "0.75" },
 *   surplusPerPound: "0.05",
 *   sharedBy: "starts",
 * } as const;
 * const [year] = fullCost(model, { volumes: [{ year: "2023/24", starts: 900 }] }).years;
 * year?.cost.toString(); // => 365100 GBP
 * year?.valueForFullRecovery.toString(); // => 383355 GBP
 * ```
 */
export function fullCost(draft: CostModel, options: FullCostOptions): FullCost {
  const model = parseCostModel(draft);
  const amounts = new GivenAmounts("volumes to be costed");
  amounts.refuseUnknown([], options, ["volumes", "staff", "lines"]);
  const { staff: posts, lines = [] } = options;
  const rows = workRows(options.volumes, amounts, "volumes");
  const { labels, problems } = inTime(
    ["volumes"],
    rows.map(({ period }) => period),
  );
  amounts.refuse(...problems);
  for (const [index, { words }] of rows.entries())
    if (words["month"] !== undefined)
      amounts.refuse(problem(["volumes", index], "a year, since costs are those of years", "a month"));
  const costing = costingOf(model, rows, amounts);
  const given = readLines(lines, labels, amounts);
  if (posts !== undefined) refuseStaff(posts, labels, amounts);
  amounts.done();
  amounts.refuse(
    ...lineGroups.flatMap((group) => duplicateProblems(namesOfLines(group, model, posts, lines))),
  );
  amounts.done();
  const byYear = groupedBy(rows, ({ period }) => period);
  for (const row of rows) row.volume("starts");
  for (const [year, own] of byYear) amounts.refuse(...mixedLevels(year, own));
  amounts.done();
  if (posts !== undefined) for (const [year, own] of byYear) amounts.refuse(...otherStarts(year, own, posts));
  amounts.done();
  const years = labels.map((year) =>
    yearOf(year, byYear.get(year) ?? [], model, costing, {
      prices: amounts.prices,
      posts,
      lines: given.map(({ group, line, amounts: of }) => ({
        group,
        line,
        cost: amounts.inCommon(of.get(year) as Figure<"GBP">),
      })),
    }),
  );
  return Object.freeze({
    model,
    years: Object.freeze(years),
    table: () => years.flatMap(tableRows),
  } satisfies FullCost);
}

/** Whether something has the form of what `fullCost` gives, in figures: JSON keeps the model only. */
export function isFullCost(value: unknown): value is FullCost {
  const { years } = Object(value) as Partial<FullCost>;
  return Array.isArray(years) && years.every(isFullCostYear);
}

/** The same of one of its years. */
export function isFullCostYear(value: unknown): value is FullCostYear {
  const { year, starts, cost, of, lines, byComplexity } = Object(value) as Partial<FullCostYear>;
  return (
    typeof year === "string" &&
    isFigure(starts) &&
    isFigure(cost) &&
    typeof of === "function" &&
    Array.isArray(lines) &&
    lines.every((line) => isFigure((Object(line) as Partial<FullCostLine>).cost)) &&
    Array.isArray(byComplexity) &&
    byComplexity.every((level) => isFigure((Object(level) as Partial<CostOfLevel>).starts))
  );
}

/** What the lines of a group are called, and where they stand; a role's pay is a direct line of its name. */
function* namesOfLines(
  group: (typeof lineGroups)[number],
  model: CostModel,
  posts: Staff | undefined,
  given: readonly GivenLine[],
): Generator<readonly [path: Path, name: string]> {
  for (const [index, { line }] of model[group].entries()) yield [["costModel", group, index, "line"], line];
  for (const [index, one] of given.entries())
    if (one.group === group) yield [["lines", index, "line"], one.line];
  if (group === "direct") for (const role of posts?.roles ?? []) yield [["staffing", "roles", role], role];
}

/** Staff that are none, that are not there in a year, or whose pay is not known. */
function refuseStaff(posts: Staff, labels: readonly string[], amounts: GivenAmounts): void {
  if (!isStaff(posts)) {
    amounts.refuse(problem(["staff"], "the posts that staff() gives", received(posts)));
    return;
  }
  const { roles } = parseStaffing(posts.staffing);
  const missing = labels.filter((label) => !posts.periods.includes(label));
  amounts.refuse(
    ...posts.roles
      .filter((role) => !Object.hasOwn(roles, role))
      .map((role) => problem(["staffing", "roles", role], "the role, which has posts", "nothing")),
    ...missing.map((label) => problem(["staff"], `posts for ${label} too`, "none")),
    ...Object.entries(roles).flatMap(([role, { salary }]) =>
      salary === undefined
        ? [problem(["staffing", "roles", role, "salary"], "a salary, since pay is a cost", "nothing")]
        : [],
    ),
  );
}

/** Volumes of a year of which some state their complexity and some do not. */
function mixedLevels(year: string, rows: readonly WorkRow[]): readonly Problem[] {
  const stated = rows.filter(({ words }) => words["complexity"] !== undefined).length;
  return stated === 0 || stated === rows.length
    ? []
    : [
        problem(
          ["volumes"],
          `a complexity in every row of ${year}, or in none`,
          `one in ${String(stated)} of ${String(rows.length)}`,
        ),
      ];
}

/** Volumes of a year that are not those which the staff are for: their pay would be borne by starts they do not serve. */
function otherStarts(year: string, rows: readonly WorkRow[], posts: Staff): readonly Problem[] {
  const mend = "Make the staff for the same starts, or give their pay as lines.";
  const differing = (own: readonly WorkRow[], complexity?: string): readonly Problem[] => {
    const staffed = posts.starts(year, complexity);
    if (isAbsent(staffed)) return [];
    const starts = startsOf(own, { year });
    if (starts.minus(staffed).value.abs().lessThan(asGoodAsNone)) return [];
    const which = complexity === undefined ? year : `${year}, complexity ${complexity},`;
    const form = `the ${withoutNoise(staffed.value)} starts of ${which} that the staff are for`;
    return [problem(["volumes"], form, withoutNoise(starts.value), { mend })];
  };
  const levels = groupedBy(rows, ({ words }) => words["complexity"]);
  const inAll = differing(rows);
  return inAll.length > 0
    ? inAll
    : [...levels].flatMap(([complexity, own]) =>
        complexity === undefined ? [] : differing(own, complexity),
      );
}

/** A part of a start that only quotients leave. */
const asGoodAsNone = "1e-20";

/** A line whose cost is an input, chosen for a year. */
interface ReadyLine {
  readonly group: FullCostLine["group"];
  readonly line: string;
  readonly cost: (about: About) => Figure<"GBP">;
}

/** A cost model whose assumptions are input figures. */
interface Costing {
  readonly ofYears: readonly ReadyLine[];
  readonly ofStarts: readonly { readonly line: string; readonly each: Chooser<Figure<"GBP/starts">> }[];
  readonly surplusPerPound: (about: About) => Figure<"ratio">;
}

function costingOf(model: CostModel, rows: readonly WorkRow[], amounts: GivenAmounts): Costing {
  const root: Path = ["costModel"];
  const refused = new Set<string>();
  const choose = <U extends Unit>(
    unit: U,
    path: Path,
    value: AssumptionBy,
    of: About,
    words: (row: WorkRow) => About,
  ): Chooser<Figure<U>> => {
    const stated = rows.map(words);
    const strange = strangeWords(path, value, stated);
    for (const one of [...strange, ...stated.flatMap((own) => lackingChoices(path, value, own))])
      if (!refused.has(one.message)) {
        refused.add(one.message);
        amounts.refuse(one);
      }
    return ownChooser(unit, path, value, of);
  };
  const yearly = (path: Path, line: string, value: AssumptionBy): Chooser<Figure<"GBP">> =>
    choose("GBP", [...root, ...path], value, { line }, ({ period }) => ({ year: period }));
  const share = (id: string): Figure<"ratio"> => {
    const { ours, ofAll } = model.drivers[id] as CostModel["drivers"][string];
    const path = [...root, "drivers", id];
    return driverShare(
      {
        ours: assumedFigure([...path, "ours"], { name: "ours", unit: "ratio" }, ours, { driver: id }),
        ofAll: assumedFigure([...path, "ofAll"], { name: "ofAll", unit: "ratio" }, ofAll, { driver: id }),
      },
      { driver: id },
    );
  };
  const shares = new Map(Object.keys(model.drivers).map((id) => [id, share(id)]));
  const direct = model.direct.flatMap(({ line, cost }, index) =>
    cost === undefined
      ? []
      : [{ group: "direct", line, cost: yearly(["direct", index, "cost"], line, cost) } as const],
  );
  const overheads = model.overheads.map(({ line, cost, driver }, index) => {
    const whole = yearly(["overheads", index, "cost"], line, cost);
    const borne = shares.get(driver) as Figure<"ratio">;
    return {
      group: "overheads",
      line,
      cost: (about: About) =>
        overheadBorne({ overhead: whole(about), driverShare: borne }, { ...about, line }),
    } as const;
  });
  const plain = plainGroups.flatMap((group) =>
    model[group].map(({ line, cost }, index) => ({
      group,
      line,
      cost: yearly([group, index, "cost"], line, cost),
    })),
  );
  return {
    ofYears: [...direct, ...overheads, ...plain, ...vatLine(model.vat, yearly)],
    ofStarts: model.direct.flatMap(({ line, costPerStart }, index) =>
      costPerStart === undefined
        ? []
        : [
            {
              line,
              each: choose(
                "GBP/starts",
                [...root, "direct", index, "costPerStart"],
                costPerStart,
                { line },
                ({ words }) => words,
              ),
            },
          ],
    ),
    surplusPerPound: choose(
      "ratio",
      [...root, "surplusPerPound"],
      model.surplusPerPound,
      {},
      ({ period }) => ({
        year: period,
      }),
    ),
  };
}

function vatLine(
  vat: CostModel["vat"],
  yearly: (path: Path, line: string, value: AssumptionBy) => Chooser<Figure<"GBP">>,
): readonly ReadyLine[] {
  if (vat === "all recovered") return [];
  const line = "irrecoverable VAT";
  const taxableSpend = yearly(["vat", "taxableSpend"], line, vat.taxableSpend);
  const share = (name: "vatRate" | "irrecoverableShare"): Figure<"ratio"> =>
    assumedFigure(["costModel", "vat", name], { name, unit: "ratio" }, vat[name], {});
  const [vatRate, irrecoverableShare] = [share("vatRate"), share("irrecoverableShare")];
  return [
    {
      group: "vat",
      line,
      cost: (about) =>
        irrecoverableVat({ taxableSpend: taxableSpend(about), vatRate, irrecoverableShare }, about),
    },
  ];
}

/** What is given beside the model for a year, and the prices that it says it is in. */
interface GivenCost {
  readonly prices: { readonly prices?: string };
  readonly posts: Staff | undefined;
  readonly lines: readonly FullCostLine[];
}

function yearOf(
  year: string,
  rows: readonly WorkRow[],
  model: CostModel,
  { ofYears, ofStarts, surplusPerPound }: Costing,
  { prices, posts, lines: givenLines }: GivenCost,
): FullCostYear {
  const about = { year };
  const priced = { ...about, ...prices };
  const perLevel = [...groupedBy(rows, ({ words }) => words["complexity"] ?? "all").entries()].map(
    ([complexity, own]) => ({
      complexity,
      starts: startsOf(own, { ...about, complexity }),
      lines: ofStarts.map(({ line, each }) => ({
        line,
        cost: sum(
          "GBP",
          own.map((row) =>
            directCostOfStarts(
              { starts: row.volume("starts"), costPerStart: each(row.words) },
              { ...row.words, line },
            ),
          ),
        ).named(line, { ...about, complexity }),
      })),
    }),
  );
  const pay =
    posts === undefined
      ? []
      : payByComplexity(posts, year, { complexities: perLevel.map(({ complexity }) => complexity), about });
  const levels = perLevel.map((level) => ({ ...level, direct: directOf(level, pay, priced) }));
  const perStart = ofStarts.map(({ line }, index): FullCostLine => {
    const costs = levels.map(({ lines }) => lines[index]?.cost as Figure<"GBP">);
    return { group: "direct", line, cost: sum("GBP", costs).named(line, about), growsWith: "starts" };
  });
  const ofYear = [
    ...ofYears.map(({ group, line, cost }): FullCostLine => ({ group, line, cost: cost(about) })),
    ...givenLines,
  ];
  const payLines = pay.map(({ role, pay: cost }): FullCostLine => ({ group: "direct", line: role, cost }));
  const lines = [...perStart, ...payLines, ...ofYear].map((one) => Object.freeze(one));
  const of = (group: FullCostLine["group"]): Figure<"GBP"> => {
    if (!groupsOfCost.includes(group)) throw unknownWordError("group of lines", group, groupsOfCost);
    return together(
      lines.filter((one) => one.group === group),
      group,
      priced,
    );
  };
  const cost = fullCostOfYear({ lines: lines.map((one) => one.cost) }, priced);
  const surplus = surplusOnCost({ fullCostOfYear: cost, surplusPerPound: surplusPerPound(about) }, priced);
  const starts = startsOf(rows, about);
  const shared = sum("GBP", [
    ...pay.flatMap((one) => [one.shared ?? [], one.toldApartBy ?? []].flat()),
    ...ofYear.map((one) => one.cost),
  ]).named("sharedCost", priced);
  const allDirect = sum(
    "GBP",
    levels.map(({ direct }) => direct),
  ).named("allDirectCost", priced);
  return Object.freeze({
    year,
    starts,
    lines: Object.freeze(lines),
    of,
    cost,
    surplus,
    valueForFullRecovery: valueForFullRecovery({ fullCostOfYear: cost, surplusOnCost: surplus }, priced),
    fullUnitCost: perStartOf(cost, starts, priced),
    byComplexity: Object.freeze(
      levels.map((level) =>
        levelOf(level, { by: model.sharedBy, shared, allStarts: starts, allDirect, about: priced }),
      ),
    ),
  });
}

const together = (lines: readonly FullCostLine[], name: string, about: About): Figure<"GBP"> =>
  sum(
    "GBP",
    lines.map(({ cost }) => cost),
  ).named(name, about);

const startsOf = (rows: readonly WorkRow[], about: About): Figure<"starts"> =>
  sum(
    "starts",
    rows.map((row) => row.volume("starts")),
  ).named("starts", about);

const perStartOf = (cost: Figure<"GBP">, starts: Figure<"starts">, about: About): Maybe<"GBP/starts"> =>
  isZero(starts)
    ? absent("nobody starts, so there is no cost of a start")
    : fullUnitCost({ cost, starts }, about);

/** What the starts of a complexity take: what each costs, and the pay for their hours. */
const directOf = (
  {
    complexity,
    lines,
  }: { readonly complexity: string; readonly lines: readonly { readonly cost: Figure<"GBP"> }[] },
  pay: readonly PayOfRole[],
  about: About,
): Figure<"GBP"> =>
  sum("GBP", [
    ...lines.map(({ cost }) => cost),
    ...pay.flatMap(({ byComplexity }) => byComplexity.get(complexity) ?? []),
  ]).named("directCost", { ...about, complexity });

interface Level {
  readonly complexity: string;
  readonly starts: Figure<"starts">;
  readonly direct: Figure<"GBP">;
}

interface Sharing {
  readonly by: CostModel["sharedBy"];
  readonly shared: Figure<"GBP">;
  readonly allStarts: Figure<"starts">;
  readonly allDirect: Figure<"GBP">;
  readonly about: About;
}

function levelOf({ complexity, starts, direct }: Level, sharing: Sharing): CostOfLevel {
  const about = { ...sharing.about, complexity };
  const shared = sharedOf(starts, direct, sharing, about);
  const cost = isAbsent(shared) ? shared : direct.plus(shared).named("cost", about);
  return Object.freeze({
    complexity,
    starts,
    direct,
    shared,
    cost,
    fullUnitCost: isAbsent(cost) ? cost : perStartOf(cost, starts, about),
  });
}

function sharedOf(
  starts: Figure<"starts">,
  directCost: Figure<"GBP">,
  { by, shared: sharedCost, allStarts, allDirect }: Sharing,
  about: About,
): Maybe<"GBP"> {
  if (by === "starts")
    return isZero(allStarts)
      ? absent("nobody starts, so no starts share the cost")
      : sharedByStarts({ sharedCost, starts, allStarts }, about);
  return isZero(allDirect)
    ? absent("no cost is that of starts of one complexity, so cost is not shared by it")
    : sharedByDirectCost({ sharedCost, directCost, allDirectCost: allDirect }, about);
}

const tableRows = (year: FullCostYear): readonly Readonly<Record<string, string>>[] => [
  ...year.lines.map(({ group, line, cost }) => ({
    year: year.year,
    group,
    line,
    cost: grouped(cost.value, 0),
  })),
  { year: year.year, group: "", line: "full cost", cost: grouped(year.cost.value, 0) },
  { year: year.year, group: "", line: "surplus", cost: grouped(year.surplus.value, 0) },
];
