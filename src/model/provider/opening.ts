import { onServiceAtOpening, waitingAtOpening } from "../../formulas/stock.ts";
import { constant } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { Assumption } from "../../vocabulary/assumption.ts";
import { rootOf } from "../../vocabulary/timing.ts";
import type { Timing } from "../../vocabulary/timing.ts";
import { assumedFigure } from "../inputs.ts";
import { cohortOf, leavingOf } from "./cohorts.ts";
import type { Cohort, Leaving } from "./cohorts.ts";

/** The people waiting and on service at a moment. */
export interface UnderWay {
  readonly waiting: Figure<"peopleWaiting">;
  readonly onService: Figure<"peopleOnService">;
}

/** Those at work when a contract begins: as they enter its first month, and as they are there before it. */
export interface Opening {
  /** Those who wait; they set out in the first month. */
  readonly waiting: Cohort | undefined;
  /** Those on service; they set out for their leaving in the first month. */
  readonly onService: Leaving | undefined;
  readonly underWay: UnderWay;
}

const whole = /* @__PURE__ */ constant(1);
const about = { who: "there at the opening" };

/** Those there at the opening, entered once: they are no referrals or starts of the contract. */
export function openingOf(timing: Timing): Opening {
  const { waiting, onService } = timing.opening ?? {};
  const input = <U extends "referrals" | "starts" | "completions">(
    at: "waiting" | "onService",
    name: U,
    value: Assumption,
  ): Figure<U> =>
    assumedFigure([...rootOf("timing", timing), "opening", at, name], { name, unit: name }, value, about);
  const waited = waiting && {
    referrals: input("waiting", "referrals", waiting.referrals),
    starts: input("waiting", "starts", waiting.starts),
    completions: input("waiting", "completions", waiting.completions),
  };
  const started = onService && {
    starts: input("onService", "starts", onService.starts),
    completions: input("onService", "completions", onService.completions),
  };
  return {
    waiting: waited && cohortOf(waited, whole, about),
    onService: started && leavingOf(started, whole, about),
    underWay: {
      waiting: waitingAtOpening({ referrals: waited?.referrals ?? 0 }, about),
      onService: onServiceAtOpening({ starts: started?.starts ?? 0 }, about),
    },
  };
}
