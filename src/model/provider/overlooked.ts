import { isZero } from "../../numbers/exact.ts";
import type { Figure } from "../../numbers/figure.ts";
import { readable } from "../../numbers/print.ts";
import type { AssumptionBy } from "../../vocabulary/assumption.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import { centralOf } from "../../vocabulary/checks/assumptions.ts";
import { chosenFor } from "../../vocabulary/choices.ts";
import { listed } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { rootOf } from "../../vocabulary/timing.ts";
import { overlap } from "../calendar.ts";
import type { Contracted, ContractYears } from "./contracted.ts";
import { leapsOf } from "./leaps.ts";
import { yearOf } from "./months.ts";

/** Something about a contract that is easily overlooked: what it is, and where it is said. */
export interface PointedOut {
  readonly year: string;
  readonly path: string;
  readonly message: string;
}

/** Those still there when the months of a contract end, all or those of one complexity, and what their flows are called. */
export interface StillUnderWay {
  readonly name: string | undefined;
  readonly complexity: string | undefined;
  readonly waiting: Figure<"peopleWaiting">;
  readonly onService: Figure<"peopleOnService">;
}

/**
 * What a contract's first and last days leave to be overlooked: sums for a year that are paid and spent in full in one
 * that is open for a part of it, or only runs off, and people who are still there when the months end; with what is strange
 * in its volumes and its indices, and what a full cost is of.
 */
export function overlookedIn(bidder: Bidder, contract: ContractYears): readonly PointedOut[] {
  const { years, stillUnderWay = [], strange = [] } = contract;
  const last = years.at(-1)?.year ?? "";
  return Object.freeze([
    ...years.flatMap((year) => {
      const why = whyNotInFull(year, contract);
      return why === undefined ? [] : sumsInFull(bidder, year.year, why);
    }),
    ...stillUnderWay.flatMap((level) => peopleLeft(level, last)),
    ...strange,
    ...leapsOf(bidder.mechanism.indexation, ["mechanism", "indexation"]),
    ...leapsOf(bidder.costIndexation, ["costIndexation"]),
    ...costedPoints(bidder, years),
  ]);
}

/** Lines of a full cost that stay as they were costed whatever the volume, and costs that are stated beside it. */
function costedPoints({ costs }: Bidder, years: readonly Contracted[]): readonly PointedOut[] {
  const [first] = years;
  if (first?.costed === undefined) return [];
  const { year } = first;
  const standing = years.flatMap(({ costed = [] }) =>
    costed.filter(({ growsWith }) => growsWith === undefined),
  );
  const lines = [...new Set(standing.filter(({ cost }) => !isZero(cost)).map(({ line }) => line))];
  return [
    ...(lines.length === 0
      ? []
      : [
          {
            year,
            path: "cost",
            message: `these of the full cost stay at every volume what they are at the contracted one: ${listed(lines)}. For the posts of another, make the full cost of that.`,
          },
        ]),
    ...(costs.length === 0
      ? []
      : [
          {
            year,
            path: "costs",
            message: `these are added to the full cost: ${listed(costs.map(({ name }) => name))}. Leave out what it holds already.`,
          },
        ]),
  ].map((point) => Object.freeze(point));
}

/** Why a year may be no whole one for what is paid and spent in it; nothing, where it is one as far as anybody says. */
function whyNotInFull({ year, runsOff }: Contracted, { open, days }: ContractYears): string | undefined {
  if (runsOff === true) return `nobody is referred in ${year}`;
  if (days === undefined) return undefined;
  const whole = yearOf(year, open.from ?? "");
  const { from, to } = overlap(whole, open) ?? whole;
  const inFull = from === whole.from && to === whole.to;
  return inFull ? undefined : `the service is open from ${from} to ${to} in ${year}`;
}

/** The sums of a year, whatever volume comes in it: where they stand, and in words what becomes of them. */
const sumsOf = ({ mechanism: { parts, atLeast }, costs }: Bidder): readonly Sum[] => [
  ...parts.flatMap((part, place) =>
    part.pay === "block" || part.pay === "bands"
      ? [sum(["mechanism", "parts", place, "amount"], part.amount, "are paid in full")]
      : [],
  ),
  ...(atLeast === undefined ? [] : [sum(["mechanism", "atLeast"], atLeast, "are paid at least")]),
  ...costs.flatMap(({ name, fixed }, place) =>
    fixed === undefined ? [] : [sum(["costs", place, "fixed"], fixed, `of ${name} are spent in full`)],
  ),
];

interface Sum {
  readonly path: Path;
  readonly value: AssumptionBy;
  readonly becomes: string;
}

const sum = (path: Path, value: AssumptionBy, becomes: string): Sum => ({ path, value, becomes });

/** The sums that are paid or spent in full in a year, and are not stated for this year. */
const sumsInFull = (bidder: Bidder, year: string, why: string): readonly PointedOut[] =>
  sumsOf(bidder).flatMap(({ path, value, becomes }) => {
    const chosen = chosenFor(path, value, { year });
    if (!("value" in chosen) || chosen.path.includes(year)) return [];
    const amount = centralOf(chosen.value);
    if (amount.isZero()) return [];
    const at = chosen.path.join(".");
    const message = `${why}, and ${readable(amount)} pounds ${becomes}: ${at} says so. State it by year.`;
    return [Object.freeze({ year, path: at, message })];
  });

/** People who are still there; what the rounding of quotients leaves is nobody. */
function peopleLeft(
  { name, complexity, waiting, onService }: StillUnderWay,
  year: string,
): readonly PointedOut[] {
  const left = [
    { people: waiting.value, where: "waiting" },
    { people: onService.value, where: "on service" },
  ].filter(({ people }) => people.greaterThan("1e-20"));
  if (left.length === 0) return [];
  const people = left.map(({ people: count, where }) => `${readable(count)} ${where}`).join(" and ");
  const whose = complexity === undefined ? "" : ` of complexity ${complexity}`;
  const path = [...rootOf("timing", { name, complexity }), "runOffMonths"].join(".");
  const message = `when the months end there are still ${people}${whose}: what comes of them is in no year. Give more runOffMonths.`;
  return [Object.freeze({ year, path, message })];
}
