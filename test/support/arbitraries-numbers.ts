import fc from "fast-check";
import type { Counts } from "volumes-and-values";
import { runs as times } from "./runs.ts";

/** How often fast-check tries a property. */
export const runs: { readonly numRuns: number } = { numRuns: times };

const digits = (most: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9]{1,${String(most)}}$`));

/** A number as text, of either sign, with so many digits at most on each side of its point. */
export const decimalText = (most = 30): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom("", "-"), digits(most), fc.option(digits(most), { nil: undefined }))
    .map(([sign, whole, part]) => (part === undefined ? sign + whole : `${sign}${whole}.${part}`));

/** The same, but never nought: something to divide by. */
export const divisorText = (most = 30): fc.Arbitrary<string> =>
  decimalText(most).filter((text) => /[1-9]/.test(text));

/** A number of people, referrals or starts that a national service could have. */
export const people: fc.Arbitrary<number> = fc.integer({ min: 0, max: 2_000_000 });

/** A volume of which there is at least one. */
export const someone: fc.Arbitrary<number> = fc.integer({ min: 1, max: 2_000_000 });

const fourPlaces = (tenThousandths: number): string =>
  `${String(Math.floor(tenThousandths / 10_000))}.${String(tenThousandths % 10_000).padStart(4, "0")}`;

/** A share as an analyst types it, from nobody to everybody, to four places. */
export const share: fc.Arbitrary<string> = fc.integer({ min: 0, max: 10_000 }).map(fourPlaces);

/** A share that is not nought, so that it can be divided by. */
export const someShare: fc.Arbitrary<string> = fc.integer({ min: 1, max: 10_000 }).map(fourPlaces);

/** The counts behind a rate: so many of so many, of whom there is at least one. */
const countsBehindRate: fc.Arbitrary<Counts> = fc
  .tuple(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }))
  .map(([finished, others]) => ({ count: finished, of: finished + others }));

/** A rate, as text or as the counts behind it. */
export const someRate: fc.Arbitrary<string | Counts> = fc.oneof(someShare, countsBehindRate);

/** Pounds and pence, up to a hundred million. */
export const pounds: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, pence]) => `${String(whole)}.${String(pence).padStart(2, "0")}`);

/** Money of which there is at least a penny. */
export const somePounds: fc.Arbitrary<string> = pounds.filter((text) => /[1-9]/.test(text));

/** A number above nought that is no share: hours a start, referrals a person, pounds an hour. */
export const amountEach: fc.Arbitrary<string> = fc.integer({ min: 1, max: 10_000_000 }).map(fourPlaces);

/** A unit with as many measures above the line and below it as may come about in a long sum. */
export const measureLists: fc.Arbitrary<{ readonly above: string[]; readonly below: string[] }> = fc.record({
  above: fc.array(fc.constantFrom("GBP", "starts", "hours", "people"), { maxLength: 3 }),
  below: fc.array(fc.constantFrom("GBP", "starts", "hours", "people"), { maxLength: 3 }),
});
