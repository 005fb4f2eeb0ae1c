import { formula } from "../numbers/formula.ts";

const note = "RR3 meeting note, 26 August 2020, section 3b";
const funnel = "NHS Digital, psychological therapies, 2021-22";

/**
 * People who attend their first session, of the referrals made for them.
 *
 * @function
 * @example
 * ```ts
 * import { starts } from "volumes-and-values";
 *
 * starts({ referrals: 1200, startRate: "0.62" }); // => Figure 744 starts
 * starts({ referrals: 1200, startRate: 62 });
 * // throws: startRate is a share and lies between 0 and 1; received 62. If 62% is meant, give 0.62.
 * ```
 */
export const starts = formula({
  figure: "starts",
  unit: "starts",
  inputs: { referrals: "referrals", startRate: "starts/referrals" },
  shares: ["startRate"],
  counts: ["referrals"],
  calculate: ({ referrals, startRate }) => referrals.times(startRate),
  source: note,
  worked: {
    given: { referrals: 1810000, startRate: { count: 1240000, of: 1810000 } },
    gives: "1240000",
    source: funnel,
  },
});

/**
 * People who finish their plan, of those who start: the "finishers" of the note.
 *
 * @function
 * @example
 * ```ts
 * import { completions, starts } from "volumes-and-values";
 *
 * const attended = starts({ referrals: 1200, startRate: "0.62" });
 * completions({ starts: attended, completionRate: "0.5" }); // => Figure 372 completions
 * ```
 */
export const completions = formula({
  figure: "completions",
  unit: "completions",
  inputs: { starts: "starts", completionRate: "completions/starts" },
  shares: ["completionRate"],
  counts: ["starts"],
  calculate: ({ starts, completionRate }) => starts.times(completionRate),
  source: note,
  worked: {
    given: { starts: 1240000, completionRate: { count: 664087, of: 1240000 } },
    gives: "664087",
    source: funnel,
  },
});

/**
 * The starts it takes, on average, to have so many completions.
 *
 * @function
 * @example
 * ```ts
 * import { startsNeeded } from "volumes-and-values";
 *
 * startsNeeded({ completions: 372, completionRate: "0.5" }); // => Figure 744 starts · startsNeeded
 * ```
 */
export const startsNeeded = formula({
  figure: "startsNeeded",
  unit: "starts",
  inputs: { completions: "completions", completionRate: "completions/starts" },
  shares: ["completionRate"],
  counts: ["completions"],
  calculate: ({ completions, completionRate }) => completions.dividedBy(completionRate),
  source: note,
  worked: { given: { completions: 372, completionRate: "0.5" }, gives: "744" },
});

/**
 * The referrals it takes, on average, to have so many starts.
 *
 * @function
 * @example
 * ```ts
 * import { referralsNeeded } from "volumes-and-values";
 *
 * referralsNeeded({ starts: 744, startRate: "0.62" }); // => Figure 1,200 referrals · referralsNeeded
 * ```
 */
export const referralsNeeded = formula({
  figure: "referralsNeeded",
  unit: "referrals",
  inputs: { starts: "starts", startRate: "starts/referrals" },
  shares: ["startRate"],
  counts: ["starts"],
  calculate: ({ starts, startRate }) => starts.dividedBy(startRate),
  source: note,
  worked: { given: { starts: 744, startRate: "0.62" }, gives: "1200" },
});

/**
 * The places that must be provided, on average, to have so many completions; whole places, rounded up. Having them
 * more often than about every second time takes more: see `placesForChance`.
 *
 * @function
 * @example
 * ```ts
 * import { placesNeeded } from "volumes-and-values";
 *
 * placesNeeded({ completions: 10, completionsPerPlace: { count: 1, of: 3 } }); // => Figure 30 places · placesNeeded
 * ```
 */
export const placesNeeded = formula({
  figure: "placesNeeded",
  unit: "places",
  inputs: { completions: "completions", completionsPerPlace: "completions/places" },
  shares: ["completionsPerPlace"],
  counts: ["completions"],
  calculate: ({ completions, completionsPerPlace }) =>
    completions.dividedBy(completionsPerPlace).rounded({ places: 0, mode: "up" }),
  source: note,
  worked: {
    given: { completions: 10, completionsPerPlace: { count: 1, of: 3 } },
    gives: "30",
    source: "RR3 meeting note, 26 August 2020, section 3b: to get 10 finishers must one provide 30 places",
  },
});
