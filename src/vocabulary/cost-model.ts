import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { digitsOf } from "../numbers/decimal.ts";
import { assumptionBy, assumptionSchema } from "./assumption.ts";
import { centralOf } from "./checks/assumptions.ts";
import { duplicateProblems } from "./checks/duplicates.ts";
import { readOwnData } from "./own-data.ts";
import type { Amount } from "./own-data.ts";
import { problem, unknownWord } from "./problems.ts";
import type { Path } from "./problems.ts";
import { identifier, text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";
import { costWords, startCostWords } from "./work-words.ts";

const line = z.strictObject({ line: text, cost: assumptionBy });

const costModelSchema = z.strictObject({
  /** A cost of each year, or one of each start. */
  direct: z.array(
    z.strictObject({
      line: text,
      cost: z.optional(assumptionBy),
      costPerStart: z.optional(assumptionBy),
    }),
  ),
  /** What overheads are shared by, people, floor area or spend: how much of it is this service's, of how much in all. */
  drivers: z.record(identifier, z.strictObject({ ours: assumptionSchema, ofAll: assumptionSchema })),
  /** What the whole organisation spends a year, and the driver by which the service bears its share. */
  overheads: z.array(z.strictObject({ line: text, cost: assumptionBy, driver: identifier })),
  /** Depreciation, provisions, volunteers' time: what no invoice is paid for. */
  nonCash: z.array(line),
  management: z.array(line),
  tupe: z.array(line),
  redundancy: z.array(line),
  vat: z.union(
    [
      z.literal("all recovered"),
      z.strictObject({
        taxableSpend: assumptionBy,
        vatRate: assumptionSchema,
        irrecoverableShare: assumptionSchema,
      }),
    ],
    '{ taxableSpend, vatRate, irrecoverableShare }, or "all recovered"',
  ),
  surplusPerPound: assumptionBy,
  /** By what starts of each complexity bear the cost that all share. */
  sharedBy: z.enum(["starts", "direct cost"]),
});

/** What a service costs its provider in full: direct lines, overheads by their drivers, and all that is forgotten first. */
export type CostModel = DeepReadonly<z.infer<typeof costModelSchema>>;

/** The groups of lines that are a cost of each year and nothing else. */
export const plainGroups = ["nonCash", "management", "tupe", "redundancy"] as const;

/** The groups that hold lines, each told apart by its name. */
export const lineGroups = ["direct", "overheads", ...plainGroups] as const;

function* amounts(model: CostModel): Generator<Amount> {
  const amount = (path: Path, value: Amount["value"], range: Amount["range"] = "zero or more"): Amount => ({
    path,
    value,
    range,
    by: path.at(-1) === "costPerStart" ? startCostWords : costWords,
  });
  for (const [index, { cost, costPerStart }] of model.direct.entries()) {
    yield amount(["direct", index, "cost"], cost);
    yield amount(["direct", index, "costPerStart"], costPerStart);
  }
  for (const [id, { ours, ofAll }] of Object.entries(model.drivers)) {
    yield amount(["drivers", id, "ours"], ours);
    yield amount(["drivers", id, "ofAll"], ofAll, "above zero");
  }
  for (const group of ["overheads", ...plainGroups] as const)
    for (const [index, { cost }] of model[group].entries()) yield amount([group, index, "cost"], cost);
  if (typeof model.vat === "object") {
    yield amount(["vat", "taxableSpend"], model.vat.taxableSpend);
    yield amount(["vat", "vatRate"], model.vat.vatRate, "share");
    yield amount(["vat", "irrecoverableShare"], model.vat.irrecoverableShare, "share");
  }
  yield amount(["surplusPerPound"], model.surplusPerPound);
}

function meaning(model: CostModel): readonly Problem[] {
  const { direct, drivers, overheads } = model;
  return [
    ...lineGroups.flatMap((group) =>
      duplicateProblems(model[group].map(({ line: name }, index) => [[group, index, "line"], name])),
    ),
    ...Object.entries(drivers).flatMap(([id, { ours, ofAll }]) => {
      const [part, whole] = [centralOf(ours), centralOf(ofAll)];
      return part.greaterThan(whole) && !whole.isZero()
        ? [problem(["drivers", id, "ours"], `at most ofAll, ${digitsOf(whole)}`, digitsOf(part))]
        : [];
    }),
    ...direct.flatMap(({ cost, costPerStart }, index) =>
      (cost === undefined) === (costPerStart === undefined)
        ? [problem(["direct", index], "a cost or a costPerStart", cost === undefined ? "neither" : "both")]
        : [],
    ),
    ...overheads.flatMap(({ driver }, index) =>
      Object.hasOwn(drivers, driver)
        ? []
        : [unknownWord(["overheads", index, "driver"], driver, Object.keys(drivers), "a driver")],
    ),
  ];
}

/**
 * A provider's cost model read from data, all problems at once. Every group is asked for, an empty one too: a cost that
 * is left out is not nothing.
 *
 * @param data - what `JSON.parse` gave, or an object written in code; it is not changed
 * @throws ModelError `invalid-data` with every problem: its path, what was expected, what came, and the nearest known
 * word for a misspelt one.
 *
 * @example
 * ```ts
 * import { parseCostModel } from "volumes-and-values/provider";
 *
 * parseCostModel({ direct: [], overheads: [{ line: "HR", cost: 160_000, driver: "people" }] });
 * // throws: management: expected a list; received nothing
 * ```
 */
export const parseCostModel = (data: unknown): CostModel =>
  readOwnData<CostModel>(data, { subject: "cost model", schema: costModelSchema, amounts, meaning });
