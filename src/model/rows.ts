import { completions, starts } from "../formulas/conversion.ts";
import { indicativeValue, profiledValue } from "../formulas/indicative-value.ts";
import { impliedCostPerStart } from "../formulas/implied-unit-cost.ts";
import type { About, Figure } from "../numbers/figure.ts";
import { absent } from "./absent.ts";
import type { Maybe } from "./absent.ts";
import { overlap, yearsFor } from "./calendar.ts";
import type { Period, Year } from "./calendar.ts";
import { deliveryOf, nobodyWaits } from "./delivery.ts";
import type { Delivery } from "./delivery.ts";
import { peopleOver, piecesOf, screener } from "./pieces.ts";
import type { Piece, Screener } from "./pieces.ts";
import { together } from "./pool.ts";
import { factorOver, growthOf } from "./ramp.ts";
import type { Row } from "./row.ts";
import { nameOf } from "./scope.ts";
import type { Purchase, Ready } from "./scope.ts";
import { unitCostOf } from "./unit-cost.ts";

/** The rows of one service that a lot buys in an area: complexity by complexity, year by year. */
export function rowsOf(purchase: Purchase, ready: Ready): readonly Row[] {
  const { lot, screened } = purchase;
  const { plan, words } = ready;
  const screen = screener(purchase, ready);
  const years = yearsFor(plan.calendar, lot.from).flatMap((year) => {
    const open = overlap(year, lot);
    return open === undefined ? [] : [{ year, open }];
  });
  const offered = words.complexityLevels.filter(({ id }) => lot.levels?.[screened.id]?.includes(id) ?? true);
  return offered.flatMap(({ id: level }) => {
    let before: Before = { admitted: nobodyWaits, all: nobodyWaits };
    return years.map(({ year, open }) => {
      const [row, left] = rowOf(purchase, ready, screen, level, year, open, before);
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

function rowOf(
  purchase: Purchase,
  ready: Ready,
  screen: Screener,
  level: string,
  year: Year,
  open: Period,
  before: Before,
): readonly [Row, Before] {
  const { lot, area, region, service, screened, context } = purchase;
  const { words, inputs } = ready;
  const { path, name } = screened;
  const complexity = nameOf(words.complexityLevels, level);
  const about: About = Object.freeze({
    service: name,
    area: nameOf(words.areas, area),
    complexity,
    year: year.label,
    lot: lot.name ?? lot.id,
  });
  const attributes = { ...context, area, region, complexity: level, year: year.label };

  const pieces = piecesOf(purchase, ready, screen, level, year, open, about);
  const carries = service.rampUp.unmet === "carried forward";
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

  const label = { service: name };
  const startRate = inputs.figure([...path, "startRate"], "startRate", service.startRate, attributes, label);
  const completionRate = inputs.figure(
    [...path, "completionRate"],
    "completionRate",
    service.completionRate,
    attributes,
    label,
  );
  const unitCost = unitCostOf(
    [...path, "unitCost"],
    service,
    { startRate, completionRate },
    attributes,
    { ...label, complexity },
    inputs,
  );

  const started = starts({ referrals: delivery.delivered, startRate }, about);
  const value = valueOf({ purchase, ready, pieces, started, startRate, unitCost, about });
  const row: Row = {
    lot: lot.id,
    contractType: lot.contractType ?? screened.id,
    region,
    area,
    service: screened.id,
    complexity: level,
    year: year.label,
    eligible: peopleOver(pieces, (piece) => piece.eligible.people, about),
    unknown: peopleOver(pieces, (piece) => piece.unknown, about),
    carriedForward: before.admitted,
    referralsMade: delivery.made,
    referrals: delivery.delivered,
    unmet: delivery.unmet,
    unmetBecomes: service.rampUp.unmet,
    starts: started,
    completions: completions({ starts: started, completionRate }, about),
    unitCost,
    indicativeValue: value,
    impliedUnitCost:
      service.spendProfile === undefined && !started.value.isZero()
        ? unitCost
        : impliedBy(value, started, about),
    referralsIfUnknownAdmitted: ifAll.delivered,
    startsIfUnknownAdmitted: certain ? started : starts({ referrals: ifAll.delivered, startRate }, about),
  };
  return [Object.freeze(row), leftAfter(carries, delivery, ifAll)];
}

const leftAfter = (carries: boolean, delivery: Delivery, ifAll: Delivery): Before =>
  carries ? { admitted: delivery.unmet, all: ifAll.unmet } : { admitted: nobodyWaits, all: nobodyWaits };

export const impliedBy = (
  value: Figure<"GBP">,
  started: Figure<"starts">,
  about: About,
): Maybe<"GBP/starts"> =>
  started.value.isZero()
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
}

/** The value of a year: its starts at what a start costs, or the plateau's value by a spend profile of its own. */
function valueOf({ purchase, ready, pieces, started, startRate, unitCost, about }: Valued): Figure<"GBP"> {
  const { lot, service, screened } = purchase;
  if (service.spendProfile === undefined)
    return indicativeValue({ starts: started, costPerStart: unitCost }, about);
  const label = { service: screened.name };
  const growth = growthOf([...screened.path, "spendProfile"], service.spendProfile, label, ready.inputs);
  const values = pieces.map(({ period, eligible }) => {
    const days = `${period.from} to ${period.to}`;
    const spendFactor = ready.inputs.once(`${screened.id} spend from ${lot.from}, ${days}`, () =>
      factorOver(period, lot.from, growth, { ...label, days }),
    );
    const plateauStarts = starts({ referrals: eligible.fullYearReferrals, startRate }, about);
    return profiledValue(
      {
        plateauValue: indicativeValue({ starts: plateauStarts, costPerStart: unitCost }, about),
        spendFactor,
      },
      about,
    );
  });
  return together("GBP", values, about);
}
