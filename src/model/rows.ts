import { absent } from "../absent.ts";
import type { Maybe } from "../absent.ts";
import { completions, starts } from "../formulas/conversion.ts";
import { impliedCostPerStart } from "../formulas/implied-unit-cost.ts";
import { indicativeValue, profiledValue } from "../formulas/indicative-value.ts";
import { isZero } from "../numbers/exact.ts";
import type { About, Figure } from "../numbers/figure.ts";
import { boughtAs } from "../vocabulary/lot-scope.ts";
import { overlap, yearsFor } from "./calendar.ts";
import type { Year } from "./calendar.ts";
import { deliveryOf, nobodyWaits } from "./delivery.ts";
import { followerOf } from "./follow.ts";
import type { Follower } from "./follow.ts";
import { partsIn, peopleOver, piecesOf } from "./pieces.ts";
import type { OpenPart, Piece } from "./pieces.ts";
import { together } from "./pool.ts";
import { factorOver } from "./ramp.ts";
import type { Row } from "./row.ts";
import { levelsOffered } from "./scope.ts";
import type { Purchase, Ready } from "./scope.ts";

/** The rows of one service that a lot buys in an area: complexity by complexity, year by year. */
export function rowsOf(purchase: Purchase, ready: Ready): readonly Row[] {
  const { lot, service } = purchase;
  const follow = followerOf(purchase, ready);
  const years = yearsFor(ready.plan.calendar, lot.from).flatMap((year) => {
    const open = overlap(year, lot);
    return open === undefined ? [] : [{ year, parts: partsIn(purchase, ready, open) }];
  });
  const offered = ready.levels.filter((level) => levelsOffered(lot, service.id)?.includes(level) ?? true);
  return offered.flatMap((level) => {
    let before: Before = nobodyBefore;
    return years.map(({ year, parts }) => {
      const [row, left] = rowOf(purchase, ready, { level, year, parts, before }, follow);
      before = left;
      return row;
    });
  });
}

/** Referrals that wait at the start of a year: those of the eligible, and those if the unknown are admitted. */
interface Before {
  readonly admitted: Figure<"referrals">;
  readonly all: Figure<"referrals">;
}

const nobodyBefore: Before = { admitted: nobodyWaits, all: nobodyWaits };

/** A level in a year, the parts of it in which the lot is open, and who waits when it begins. */
interface Slot {
  readonly level: string;
  readonly year: Year;
  readonly parts: readonly OpenPart[];
  readonly before: Before;
}

function rowOf(
  purchase: Purchase,
  ready: Ready,
  { level, year, parts, before }: Slot,
  follow: Follower,
): readonly [Row, Before] {
  const { lot, area, region, service } = purchase;
  const complexity = ready.names.level(level);
  const about: About = Object.freeze({
    service: service.name,
    area: ready.names.area(area),
    complexity,
    year: year.label,
    ...(lot.name === undefined ? {} : { lot: lot.name }),
  });
  const attributes = {
    service: service.id,
    contractType: boughtAs(lot),
    lot: lot.id,
    area,
    region,
    complexity: level,
    year: year.label,
  };

  const pieces = piecesOf(parts, (day) => follow(level, year.label, day));
  const carries = service.unmetBecomes === "carried forward";
  const delivery = deliveryOf(
    pieces,
    (piece) => piece.eligible,
    carries ? before.admitted : undefined,
    about,
  );
  const certain = pieces.every((piece) => piece.all === piece.eligible) && before.all === before.admitted;
  const ifAll = certain
    ? delivery
    : deliveryOf(pieces, (piece) => piece.all, carries ? before.all : undefined, about);

  const startRate = service.startRate(attributes);
  const completionRate = service.completionRate(attributes);
  const unitCost = ready.pricing.inPricesOf(
    service.unitCost(attributes, { startRate, completionRate }, { service: service.name, complexity }),
    year.label,
  );
  const started = starts({ referrals: delivery.delivered, startRate }, about);
  const ofMoney: About = { ...about, ...ready.pricing.about };
  const value = valueOf({ purchase, ready, pieces, started, startRate, unitCost, about, ofMoney });
  const row: Row = {
    lot: lot.id,
    contractType: boughtAs(lot),
    region,
    area,
    service: service.id,
    complexity: level,
    year: year.label,
    eligible: peopleOver(pieces, (piece) => piece.eligible.people, about),
    unknown: peopleOver(pieces, (piece) => piece.unknown, about),
    carriedForward: before.admitted,
    referralsMade: delivery.made,
    referrals: delivery.delivered,
    unmet: delivery.unmet,
    unmetBecomes: service.unmetBecomes,
    starts: started,
    completions: completions({ starts: started, completionRate }, about),
    unitCost,
    indicativeValue: value,
    impliedUnitCost:
      service.spend === undefined && !isZero(started) ? unitCost : impliedBy(value, started, ofMoney),
    referralsIfUnknownAdmitted: ifAll.delivered,
    startsIfUnknownAdmitted: certain ? started : starts({ referrals: ifAll.delivered, startRate }, about),
  };
  return [Object.freeze(row), carries ? { admitted: delivery.unmet, all: ifAll.unmet } : nobodyBefore];
}

/** The unit cost that a value and starts imply, where anybody starts. */
export const impliedBy = (
  value: Figure<"GBP">,
  started: Figure<"starts">,
  about: About,
): Maybe<"GBP/starts"> =>
  isZero(started)
    ? absent("nobody starts, so there is no cost of a start")
    : impliedCostPerStart({ indicativeValue: value, starts: started }, about);

interface Valued {
  readonly purchase: Purchase;
  readonly ready: Ready;
  readonly pieces: readonly Piece[];
  readonly started: Figure<"starts">;
  readonly startRate: Figure<"starts/referrals">;
  readonly unitCost: Figure<"GBP/starts">;
  readonly about: About;
  readonly ofMoney: About;
}

/** The value of a year: its starts at what a start costs, or the plateau's value by a spend profile of its own. */
function valueOf({
  purchase,
  ready,
  pieces,
  started,
  startRate,
  unitCost,
  about,
  ofMoney,
}: Valued): Figure<"GBP"> {
  const { lot, service } = purchase;
  const { spend } = service;
  if (spend === undefined) return indicativeValue({ starts: started, costPerStart: unitCost }, ofMoney);
  const values = pieces.map(({ period, eligible }) => {
    const days = `${period.from} to ${period.to}`;
    const spendFactor = ready.once(`${service.id} spend from ${lot.from}, ${days}`, () =>
      factorOver(period, lot.from, spend, { service: service.name, days }),
    );
    const plateauStarts = starts({ referrals: eligible.fullYearReferrals, startRate }, about);
    return profiledValue(
      {
        plateauValue: indicativeValue({ starts: plateauStarts, costPerStart: unitCost }, ofMoney),
        spendFactor,
      },
      ofMoney,
    );
  });
  return together("GBP", values, ofMoney);
}
