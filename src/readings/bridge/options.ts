import * as z from "zod/mini";
import { decimalFrom, describe } from "../../numbers/decimal.ts";
import type { Decimal, NumberLike } from "../../numbers/decimal.ts";
import type { Dimension } from "../../model/row.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { plainNumber } from "../../vocabulary/schema.ts";
import { checked } from "../checked.ts";
import { waiversSchema } from "../waivers.ts";
import type { Waiver } from "../waivers.ts";
import { bridged, factors, factorsOf } from "./causes.ts";
import type { BridgedFigure, Factor } from "./causes.ts";
import { dimensions } from "./pairs.ts";
import type { Method } from "./split.ts";

/** What is bridged, how it is split, and by what it is told apart. */
export interface BridgeOptions {
  /** The figure whose difference is split: the indicative value, if left out. */
  readonly of?: BridgedFigure;
  /** The dimensions by which lines are told apart; one line for everything, if left out. */
  readonly by?: readonly Dimension[];
  /**
   * How a difference is shared among causes that act together: by Shapley value, if left out; one after another in an
   * order; or each by itself, with the interaction apart.
   */
  readonly method?: Method;
  /** The order of the causes of a sequential split; that in which they come about, if left out. */
  readonly order?: readonly Factor[];
  /** Differences of basis that do not matter here, each with the reason, which stays in the result. */
  readonly waive?: readonly Waiver[];
  /** What is not divided further: 0.01, a penny or a hundredth of a start, if left out. */
  readonly quantum?: NumberLike;
}

/** The options of a bridge, none of them left open. */
export interface Settings {
  readonly of: BridgedFigure;
  readonly by: readonly Dimension[];
  readonly method: Method;
  readonly causes: readonly Factor[];
  /** The places of the causes in the order of a sequential split. */
  readonly order: readonly number[];
  readonly waive: readonly Waiver[] | undefined;
  readonly quantum: Decimal;
}

const optionsSchema = z.strictObject({
  of: z.optional(z.enum(Object.keys(bridged) as BridgedFigure[])),
  by: z.optional(z.array(z.enum(dimensions))),
  method: z.optional(z.enum(["shapley", "sequential", "isolated"])),
  order: z.optional(z.array(z.enum(factors))),
  waive: waiversSchema,
  quantum: z.optional(plainNumber),
});

/** The settings of a bridge, from options that may leave most of them out. */
export function settingsOf(options: BridgeOptions): Settings {
  const quantumGiven: unknown = (options as BridgeOptions | null)?.quantum;
  const {
    of = "indicativeValue",
    by = [],
    method = "shapley",
    order,
    waive,
  } = checked(
    "bridge",
    optionsSchema,
    // A Decimal is no plain data: its digits are.
    typeof quantumGiven === "object" && quantumGiven !== null
      ? { ...options, quantum: describe(quantumGiven) }
      : options,
  );
  const quantum = decimalFrom((quantumGiven ?? "0.01") as NumberLike, "quantum");
  const causes = factorsOf(of);
  const problems = [
    ...orderProblems(method, order, causes),
    ...(quantum.greaterThan(0)
      ? []
      : [problem(["quantum"], "a number above zero, as 0.01", describe(quantumGiven))]),
  ];
  if (problems.length > 0) throw invalidData("bridge", problems);
  return {
    of,
    by: Object.freeze([...new Set(by)]),
    method,
    causes,
    order: (order ?? causes).map((cause) => causes.indexOf(cause)),
    waive,
    quantum,
  };
}

function orderProblems(method: Method, order: readonly Factor[] | undefined, causes: readonly Factor[]) {
  if (order === undefined) return [];
  if (method !== "sequential")
    return [problem(["order"], `no order: a ${method} split has none`, "a list", { mend: "Leave it out." })];
  const whole = order.length === causes.length && causes.every((cause) => order.includes(cause));
  const expected = `every cause of this figure once: ${causes.join(", ")}`;
  return whole ? [] : [problem(["order"], expected, order.length === 0 ? "none" : order.join(", "))];
}
