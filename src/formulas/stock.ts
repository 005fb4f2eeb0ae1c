import { given } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";

const conservation = "stock and flow: opening stock plus inflow less outflow";
const oneMonth = /* @__PURE__ */ given(1, "month", { name: "oneMonth", source: "the flow of one month" });
const personPerStart = /* @__PURE__ */ given(1, "peopleOnService/starts", {
  name: "personPerStart",
  source: "a start is one person on one service",
});
const personPerCompletion = /* @__PURE__ */ given(1, "peopleOnService/completions", {
  name: "personPerCompletion",
  source: "a completion is one person who leaves the service",
});
const personPerReferral = /* @__PURE__ */ given(1, "peopleWaiting/referrals", {
  name: "personPerReferral",
  source: "a referral is one person who waits for one service",
});
const noLongerWaiting = /* @__PURE__ */ given(1, "peopleWaiting/starts", {
  name: "noLongerWaiting",
  source: "who starts waits no longer",
});
const supportedPerStart = /* @__PURE__ */ given(1, "peopleInQuarter/starts", {
  name: "supportedPerStart",
  source: "who starts in a quarter is supported in it",
});
const supportedFromBefore = /* @__PURE__ */ given(1, "peopleInQuarter/peopleOnService", {
  name: "supportedFromBefore",
  source: "who is on service when a quarter begins is supported in it",
});

/**
 * The people on a service when a contract begins, who started under the one before.
 *
 * @function
 * @example
 * ```ts
 * import { onServiceAtOpening } from "volumes-and-values/provider";
 *
 * onServiceAtOpening({ starts: 120 }); // => Figure 120 peopleOnService · onServiceAtOpening
 * ```
 */
export const onServiceAtOpening = formula({
  figure: "onServiceAtOpening",
  unit: "peopleOnService",
  inputs: { starts: "starts" },
  counts: ["starts"],
  calculate: ({ starts }) => starts.times(personPerStart),
  source: "a start is one person on one service",
  worked: { given: { starts: 120 }, gives: "120" },
});

/**
 * The people who wait when a contract begins, who were referred under the one before.
 *
 * @function
 * @example
 * ```ts
 * import { waitingAtOpening } from "volumes-and-values/provider";
 *
 * waitingAtOpening({ referrals: 40 }); // => Figure 40 peopleWaiting · waitingAtOpening
 * ```
 */
export const waitingAtOpening = formula({
  figure: "waitingAtOpening",
  unit: "peopleWaiting",
  inputs: { referrals: "referrals" },
  counts: ["referrals"],
  calculate: ({ referrals }) => referrals.times(personPerReferral),
  source: "a referral is one person who waits for one service",
  worked: { given: { referrals: 40 }, gives: "40" },
});

/**
 * The people on a service at a month's end: those who were on it, and those who start in the month, less those who
 * finish and those who leave before.
 *
 * @function
 * @example
 * ```ts
 * import { peopleOnService } from "volumes-and-values/provider";
 *
 * peopleOnService({ onServiceBefore: 120, startsInMonth: 75, completionsInMonth: 30, dropOutsInMonth: 25 });
 * // => Figure 140 peopleOnService
 * ```
 */
export const peopleOnService = formula({
  figure: "peopleOnService",
  unit: "peopleOnService",
  inputs: {
    onServiceBefore: "peopleOnService",
    startsInMonth: "starts/month",
    completionsInMonth: "completions/month",
    dropOutsInMonth: "starts/month",
  },
  counts: ["onServiceBefore"],
  calculate: ({ onServiceBefore, startsInMonth, completionsInMonth, dropOutsInMonth }) =>
    onServiceBefore
      .plus(startsInMonth.minus(dropOutsInMonth).times(oneMonth).times(personPerStart))
      .minus(completionsInMonth.times(oneMonth).times(personPerCompletion)),
  source: conservation,
  worked: {
    given: { onServiceBefore: 120, startsInMonth: 75, completionsInMonth: 30, dropOutsInMonth: 25 },
    gives: "140",
  },
});

/**
 * The people who wait at a month's end: those who waited, and those referred in the month, less those who start and
 * those whose referral is closed without a start.
 *
 * @function
 * @example
 * ```ts
 * import { peopleWaiting } from "volumes-and-values/provider";
 *
 * peopleWaiting({ waitingBefore: 40, referralsInMonth: 100, startsInMonth: 75, closedInMonth: 25 });
 * // => Figure 40 peopleWaiting
 * ```
 */
export const peopleWaiting = formula({
  figure: "peopleWaiting",
  unit: "peopleWaiting",
  inputs: {
    waitingBefore: "peopleWaiting",
    referralsInMonth: "referrals/month",
    startsInMonth: "starts/month",
    closedInMonth: "referrals/month",
  },
  counts: ["waitingBefore"],
  calculate: ({ waitingBefore, referralsInMonth, startsInMonth, closedInMonth }) =>
    waitingBefore
      .plus(referralsInMonth.minus(closedInMonth).times(oneMonth).times(personPerReferral))
      .minus(startsInMonth.times(oneMonth).times(noLongerWaiting)),
  source: conservation,
  worked: {
    given: { waitingBefore: 40, referralsInMonth: 100, startsInMonth: 75, closedInMonth: 25 },
    gives: "40",
  },
});

/**
 * The people supported in a quarter, each once: those on service when it begins, and those who start in it. Those of
 * several quarters never add: whoever stays over a quarter's end is in two of them.
 *
 * @function
 * @example
 * ```ts
 * import { peopleInQuarter } from "volumes-and-values/provider";
 *
 * peopleInQuarter({ onServiceBefore: 225, startsInQuarter: 225 }); // => Figure 450 peopleInQuarter
 * ```
 */
export const peopleInQuarter = formula({
  figure: "peopleInQuarter",
  unit: "peopleInQuarter",
  inputs: { onServiceBefore: "peopleOnService", startsInQuarter: "starts" },
  counts: ["onServiceBefore", "startsInQuarter"],
  calculate: ({ onServiceBefore, startsInQuarter }) =>
    onServiceBefore.times(supportedFromBefore).plus(startsInQuarter.times(supportedPerStart)),
  source: "stock and flow: opening stock plus inflow",
  worked: { given: { onServiceBefore: 225, startsInQuarter: 225 }, gives: "450" },
});

/**
 * Little's law: the people on a service in a steady state are those who start in a month by how many months they stay.
 * A check on stocks by month, which come to it once volumes have stayed the same for as long as anybody stays.
 *
 * @function
 * @example
 * ```ts
 * import { onServiceInSteadyState } from "volumes-and-values/provider";
 *
 * onServiceInSteadyState({ startsInMonth: 75, averageStay: "3.5" });
 * // => Figure 262.5 peopleOnService · onServiceInSteadyState
 * ```
 */
export const onServiceInSteadyState = formula({
  figure: "onServiceInSteadyState",
  unit: "peopleOnService",
  inputs: { startsInMonth: "starts/month", averageStay: "month" },
  calculate: ({ startsInMonth, averageStay }) => startsInMonth.times(averageStay).times(personPerStart),
  source: "Little, 1961: people in a system are the rate at which they come by how long they stay",
  worked: { given: { startsInMonth: 75, averageStay: "3.5" }, gives: "262.5" },
});
