import { isFigure, wrongUnit } from "../numbers/figure.ts";
import type { About, Counts, Figure } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";
import type { NumberLike } from "../numbers/decimal.ts";

const source = "RR3 meeting note, 26 August 2020, section 3b: the unit cost that a value and a volume imply";

/**
 * Value over referrals.
 *
 * @function
 * @example
 * ```ts
 * import { impliedCostPerReferral } from "volumes-and-values";
 *
 * impliedCostPerReferral({ indicativeValue: 225_000, referrals: 1500 });
 * // => Figure 150 GBP/referrals · impliedCostPerReferral
 * ```
 */
export const impliedCostPerReferral = formula({
  figure: "impliedCostPerReferral",
  unit: "GBP/referrals",
  inputs: { indicativeValue: "GBP", referrals: "referrals" },
  counts: ["referrals"],
  calculate: ({ indicativeValue, referrals }) => indicativeValue.dividedBy(referrals),
  source,
  worked: { given: { indicativeValue: 225000, referrals: 1500 }, gives: "150" },
});

/**
 * Value over starts.
 *
 * @function
 * @example
 * ```ts
 * import { impliedCostPerStart } from "volumes-and-values";
 *
 * impliedCostPerStart({ indicativeValue: 225_000, starts: 900 });
 * // => Figure 250 GBP/starts · impliedCostPerStart
 * ```
 */
export const impliedCostPerStart = formula({
  figure: "impliedCostPerStart",
  unit: "GBP/starts",
  inputs: { indicativeValue: "GBP", starts: "starts" },
  counts: ["starts"],
  calculate: ({ indicativeValue, starts }) => indicativeValue.dividedBy(starts),
  source,
  worked: { given: { indicativeValue: 225000, starts: 900 }, gives: "250" },
});

/**
 * Value over completions.
 *
 * @function
 * @example
 * ```ts
 * import { impliedCostPerCompletion } from "volumes-and-values";
 *
 * impliedCostPerCompletion({ indicativeValue: 225_000, completions: 450 });
 * // => Figure 500 GBP/completions · impliedCostPerCompletion
 * ```
 */
export const impliedCostPerCompletion = formula({
  figure: "impliedCostPerCompletion",
  unit: "GBP/completions",
  inputs: { indicativeValue: "GBP", completions: "completions" },
  counts: ["completions"],
  calculate: ({ indicativeValue, completions }) => indicativeValue.dividedBy(completions),
  source,
  worked: { given: { indicativeValue: 225000, completions: 450 }, gives: "500" },
});

/**
 * Value over interventions.
 *
 * @function
 * @example
 * ```ts
 * import { impliedCostPerIntervention } from "volumes-and-values";
 *
 * impliedCostPerIntervention({ indicativeValue: 130_000, interventions: 520 });
 * // => Figure 250 GBP/interventions · impliedCostPerIntervention
 * ```
 */
export const impliedCostPerIntervention = formula({
  figure: "impliedCostPerIntervention",
  unit: "GBP/interventions",
  inputs: { indicativeValue: "GBP", interventions: "interventions" },
  counts: ["interventions"],
  calculate: ({ indicativeValue, interventions }) => indicativeValue.dividedBy(interventions),
  source,
  worked: { given: { indicativeValue: 130000, interventions: 520 }, gives: "250" },
});

/**
 * Value over the distinct people of a year.
 *
 * @function
 * @example
 * ```ts
 * import { impliedCostPerPerson } from "volumes-and-values";
 *
 * impliedCostPerPerson({ indicativeValue: 130_000, peopleInYear: 100 });
 * // => Figure 1,300 GBP/peopleInYear · impliedCostPerPerson
 * ```
 */
export const impliedCostPerPerson = formula({
  figure: "impliedCostPerPerson",
  unit: "GBP/peopleInYear",
  inputs: { indicativeValue: "GBP", peopleInYear: "peopleInYear" },
  counts: ["peopleInYear"],
  calculate: ({ indicativeValue, peopleInYear }) => indicativeValue.dividedBy(peopleInYear),
  source,
  worked: { given: { indicativeValue: 130000, peopleInYear: 100 }, gives: "1300" },
});

const byBasis = {
  referrals: impliedCostPerReferral,
  starts: impliedCostPerStart,
  completions: impliedCostPerCompletion,
  interventions: impliedCostPerIntervention,
  peopleInYear: impliedCostPerPerson,
};

type Value = Figure<"GBP"> | NumberLike | Counts;

/** What a unit cost may be per. */
export type UnitCostBasis = keyof typeof byBasis;

/**
 * The unit cost that a value and a volume imply, per whatever the volume counts: so it is never a bare "unit cost".
 *
 * @param inputs - the value, and a volume as a figure whose unit is the basis
 * @returns a figure in GBP per that unit
 * @throws ModelError `wrong-unit` for a volume that is no basis of a unit cost, a stock of people say;
 * `division-by-zero` for no volume.
 *
 * @example
 * ```ts
 * import { given, impliedUnitCost } from "volumes-and-values";
 *
 * const volume = given(900, "starts", { name: "volume" });
 * impliedUnitCost({ indicativeValue: 225_000, volume }); // => Figure 250 GBP/starts · impliedCostPerStart
 * ```
 */
export function impliedUnitCost<B extends UnitCostBasis>(
  { indicativeValue, volume }: { readonly indicativeValue: Value; readonly volume: Figure<B> },
  about?: About,
): Figure<`GBP/${B}`> {
  const basis: unknown = isFigure(volume) ? volume.unit : undefined;
  if (typeof basis !== "string" || !Object.hasOwn(byBasis, basis)) {
    const due = Object.keys(byBasis).join(", ");
    throw wrongUnit(`a figure in one of ${due}`, volume, "impliedUnitCost.volume");
  }
  const formulaOf = byBasis[basis as B] as unknown as (
    given: Readonly<Record<string, Value | Figure<B>>>,
    about?: About,
  ) => Figure<`GBP/${B}`>;
  return formulaOf({ indicativeValue, [basis]: volume }, about);
}

/**
 * The gap between the unit cost that a value and a volume imply and one built from the bottom up: above zero where
 * the money exceeds the cost.
 *
 * @function
 * @example
 * ```ts
 * import { unitCostGap } from "volumes-and-values/provider";
 *
 * unitCostGap({ impliedCostPerStart: 250, costPerStart: 378 }); // => Figure -128 GBP/starts · unitCostGap
 * ```
 */
export const unitCostGap = formula({
  figure: "unitCostGap",
  unit: "GBP/starts",
  inputs: { impliedCostPerStart: "GBP/starts", costPerStart: "GBP/starts" },
  calculate: ({ impliedCostPerStart, costPerStart }) => impliedCostPerStart.minus(costPerStart),
  source,
  worked: {
    given: { impliedCostPerStart: 250, costPerStart: 1300 },
    gives: "-1050",
    source: "RR3 meeting note, 26 August 2020, section 3b: £1,300 a woman, about £250 implied",
  },
});

/**
 * How many times the volume an equal value must buy when its unit cost falls.
 *
 * @function
 * @example
 * ```ts
 * import { volumeMultipleAtEqualValue } from "volumes-and-values/provider";
 *
 * volumeMultipleAtEqualValue({ unitCostBefore: 1300, unitCostAfter: 250 });
 * // => Figure 5.2 · volumeMultipleAtEqualValue
 * ```
 */
export const volumeMultipleAtEqualValue = formula({
  figure: "volumeMultipleAtEqualValue",
  unit: "ratio",
  inputs: { unitCostBefore: "GBP/starts", unitCostAfter: "GBP/starts" },
  calculate: ({ unitCostBefore, unitCostAfter }) => unitCostBefore.dividedBy(unitCostAfter),
  source,
  worked: {
    given: { unitCostBefore: 1300, unitCostAfter: 250 },
    gives: "5.2",
    source: "RR3 meeting note, 26 August 2020, section 3b: £1,300 and £250; the multiple recomputed",
  },
});
