import { forecast } from "volumes-and-values";
import { nationalPlan } from "../examples/national/plan.ts";
import { tapeOf } from "../src/readings/tape.ts";
import type { Tape } from "../src/readings/tape.ts";

/** The national total: its indicative value, and its starts. */
export const nationalTotal = (): Record<"value" | "starts", Tape["outputs"][number]> => {
  const { indicativeValue, starts } = forecast(nationalPlan).total();
  return { value: indicativeValue, starts };
};

/** The tape of the national total, and every input of it but the people: the rates, unit costs and ramp factors. */
export interface UncertainTotal {
  readonly tape: Tape;
  readonly paths: readonly string[];
  readonly places: readonly number[];
}

export function uncertainTotal(total = nationalTotal()): UncertainTotal {
  const tape = tapeOf(total);
  const uncertain = [...tape.places].filter(([path]) => !path.startsWith("caseload."));
  return { tape, paths: uncertain.map(([path]) => path), places: uncertain.map(([, place]) => place) };
}
