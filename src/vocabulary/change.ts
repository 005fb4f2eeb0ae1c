import * as z from "zod/mini";
import { cellSchema } from "./caseload.ts";
import { lotSchema } from "./lot.ts";
import { conditionsSchema, ruleSchema } from "./rule.ts";
import { day, identifier, plainNumber, text, wordOrWords } from "./schema.ts";

const placeForm = "a place in the plan, in dots, as services.*.startRate";

/** Where in a plan, in dots; `*` stands for any one step, or any part of one. */
const place = z.string().check(z.regex(/^[^.\s][^.]*(\.[^.\s][^.]*)*$/, placeForm));

/** Which lots: those of a name, or those bought as a contract type. */
const lotsSchema = z.union(
  [z.strictObject({ lot: wordOrWords }), z.strictObject({ contractType: wordOrWords })],
  "the lots, as { lot } or { contractType }",
);

/** What becomes of a service that leaves its lots: it goes into other lots, or into lots of its own. */
const destinationSchema = z.union(
  [z.literal("lots of its own"), ...lotsSchema.def.options],
  'the lots, as { lot } or { contractType }, or "lots of its own"',
);

const servicesForm = 'a service, a list of services, or "*" for every one';

/** Which services. */
const servicesSchema = z.union([z.literal("*"), wordOrWords], servicesForm);

/**
 * What a scenario may do to a plan, each change by the word it begins with: numbers first, then who is eligible, then
 * what is bought where.
 */
export const changeSchemas = {
  /** Puts a value where the plan has another, or none. */
  set: z.strictObject({ set: place, to: z.unknown() }),
  /** Multiplies numbers. */
  scale: z.strictObject({ scale: place, by: plainNumber }),
  /** Adds to numbers; takes away, if it is negative. */
  add: z.strictObject({ add: plainNumber, to: place }),
  /** Leaves something out. */
  remove: z.strictObject({ remove: place }),
  /** Ends a rule the day before, and begins another in its place. */
  changeRule: z.strictObject({
    changeRule: identifier,
    of: servicesSchema,
    from: day,
    with: z.strictObject({
      id: z.optional(identifier),
      decision: z.optional(ruleSchema.shape.decision),
      when: z.optional(conditionsSchema),
      reason: z.optional(text),
      source: z.optional(text),
    }),
  }),
  /** Puts a rule before another, or after all. */
  addRule: z.strictObject({ addRule: ruleSchema, to: servicesSchema, before: z.optional(identifier) }),
  /** Takes a service out of lots, puts it into lots, or both. */
  moveService: z.strictObject({
    moveService: identifier,
    outOf: z.optional(lotsSchema),
    into: z.optional(destinationSchema),
  }),
  /** Adds an area to lots, with its people where the caseload does not have them. */
  addArea: z.strictObject({ addArea: identifier, into: lotsSchema, cells: z.optional(z.array(cellSchema)) }),
  /** Takes an area out of lots. */
  removeArea: z.strictObject({ removeArea: identifier, outOf: lotsSchema }),
  /** Adds a lot. */
  addLot: z.strictObject({ addLot: lotSchema }),
} as const;

/** The word a change begins with. */
export type ChangeWord = keyof typeof changeSchemas;

export const changeWords = Object.keys(changeSchemas) as readonly ChangeWord[];

const { set, scale, add, remove, changeRule, addRule, moveService, addArea, removeArea, addLot } =
  changeSchemas;

export const changeSchema = z.union([
  set,
  scale,
  add,
  remove,
  changeRule,
  addRule,
  moveService,
  addArea,
  removeArea,
  addLot,
]);
