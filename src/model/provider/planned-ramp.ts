import type { Problem } from "../../errors.ts";
import type { Lot } from "../../vocabulary/lot.ts";
import type { Plan } from "../../vocabulary/plan.ts";
import { invalidData, listed, problem } from "../../vocabulary/problems.ts";
import type { RampUp, Service } from "../../vocabulary/service.ts";
import { rootOf } from "../../vocabulary/timing.ts";
import type { Timing } from "../../vocabulary/timing.ts";
import { overlap, yearsFor } from "../calendar.ts";
import type { Period } from "../calendar.ts";
import type { Forecast } from "../forecast.ts";
import { capacityOf, steady } from "../ramp.ts";
import type { Growth } from "../ramp.ts";
import { refuse } from "./checked-options.ts";

/** How volume grows by month, counted from the month of a day. */
export interface PlannedRamp {
  readonly goLive: string;
  readonly growth: Growth;
}

/** No growth: every month is the same. */
export const steadyFrom = (goLive: string): PlannedRamp => ({ goLive, growth: steady });

/**
 * How the volumes of a forecast grow by month, as its plan says. The months of all its lots together need one first day,
 * one last day and one ramp-up; where these differ, they are refused.
 */
export function plannedRampOf({ plan, rows }: Forecast, timing: Timing): PlannedRamp {
  const { complexity } = timing;
  const asked = rows.filter((row) => complexity === undefined || row.complexity === complexity);
  const lots = plan.lots.flatMap((lot, index): OpenLot[] => {
    const open = asked.some((row) => row.lot === lot.id) ? openDaysOf(lot, plan) : undefined;
    return open === undefined ? [] : [{ lot, index, ...open }];
  });
  refuse("volumes", dayProblems(lots, timing));
  return timing.ramp === undefined
    ? rampOf(plan, lots, [...new Set(asked.map(({ service }) => service))], timing)
    : steadyFrom(timing.from);
}

/** A lot, where it stands in its plan, and its days within the plan's calendar. */
interface OpenLot {
  readonly lot: Lot;
  readonly index: number;
  readonly opens: string;
  readonly ends: string;
  readonly lastOfYears: string;
}

function openDaysOf(lot: Lot, { calendar }: Plan): Omit<OpenLot, "lot" | "index"> | undefined {
  const years = yearsFor(calendar, lot.from);
  const [first, last] = [years[0], years.at(-1)] as [Period, Period];
  const days = overlap({ from: first.from, to: last.to }, lot);
  return days === undefined ? undefined : { opens: days.from, ends: days.to, lastOfYears: last.to };
}

/** Lots that open or end on another day than the timing has: they would be referred to on days on which they are not. */
const dayProblems = (lots: readonly OpenLot[], { from, to }: Timing): readonly Problem[] =>
  lots.flatMap(({ index, opens, ends, lastOfYears }) => [
    ...(opens === from
      ? []
      : [problem(["lots", index, "from"], `${from}, the first day of the timing`, opens, eachLot)]),
    ...(ends === (to ?? lastOfYears)
      ? []
      : [
          problem(
            ["lots", index, "to"],
            to === undefined
              ? "the end of the calendar, since the timing has no to"
              : `${to}, the last day of the timing`,
            ends,
            eachLot,
          ),
        ]),
  ]);

const eachLot = {
  mend: "Give the timing the days of the lot; where lots differ, make the months of each lot's totals by year.",
} as const;

/** The ramp-up of the services, where they have one. */
function rampOf(
  plan: Plan,
  lots: readonly OpenLot[],
  services: readonly string[],
  timing: Timing,
): PlannedRamp {
  const ramps = services.map((id) => (plan.services[id] as Service).rampUp);
  const goLives = [...new Set(lots.map(({ lot }) => lot.from))];
  const [ramp, goLive] = [ramps[0], goLives[0]];
  if (ramp === undefined || goLive === undefined || ramps.every(isReachedAtOnce))
    return steadyFrom(timing.from);
  const kinds = new Set(ramps.map((one) => JSON.stringify(one)));
  if (kinds.size > 1 || goLives.length > 1) {
    const differ = kinds.size > 1 ? `services ${listed(services)}` : `lots that opened on ${listed(goLives)}`;
    throw invalidData("timing", [
      problem(["ramp"], `how volume grows by month, since there is no one ramp-up of ${differ}`, "nothing", {
        mend: "State it, or make the months of each lot's totals by year, each with its own.",
      }),
    ]);
  }
  const [service] = services as readonly [string];
  return services.length === 1
    ? { goLive, growth: capacityOf(["services", service, "rampUp"], ramp, { service }) }
    : { goLive, growth: capacityOf([...rootOf("timing", timing), "ramp"], ramp, {}) };
}

/** Whether a service can take in its first month what it takes in every other. */
const isReachedAtOnce = ({ profile }: RampUp): boolean =>
  (profile.shape === "table" ? profile.factors.length : profile.monthsToPlateau) === 1;
