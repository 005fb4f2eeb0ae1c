import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { attrition, lagShare, lagged } from "volumes-and-values/provider";
import type { Lag } from "volumes-and-values/provider";
import { whatIf } from "volumes-and-values/readings";
import { add, exactly, fraction, multiply, subtract } from "../../numbers/fraction.ts";
import type { Fraction } from "../../numbers/fraction.ts";
import { refused } from "../../numbers/refusal.ts";
import { runs } from "../../support/arbitraries-numbers.ts";

const flow = (months: readonly (number | string)[]) =>
  months.map((starts) => given(starts, "starts/month", { name: "startsInMonth" }));
const values = (figures: readonly { toJSON(): { value: string } }[]): string[] =>
  figures.map((figure) => figure.toJSON().value);
const total = (texts: readonly string[]): Fraction => texts.map(exactly).reduce(add, fraction(0n));

/** Up to ten years of months, in tenths of a person. */
const someFlow = fc.array(
  fc.integer({ min: 0, max: 5_000 }).map((tenths) => tenths / 10),
  { minLength: 1, maxLength: 40 },
);
const someMonths = fc.integer({ min: 0, max: 1_000 }).map((hundredths) => hundredths / 100);
const someShares = fc
  .array(fc.integer({ min: 0, max: 10 }), { minLength: 0, maxLength: 9 })
  .map((hundredths): Lag => ({ sharesByMonth: [...hundredths.map((part) => part / 100), "rest"] }));
const someLag: fc.Arbitrary<Lag> = fc.oneof(someMonths, someShares);

test("one lag after another moves by itself, where each has a name", () => {
  // Those of the first month start a month later and finish two months after that.
  const started = lagged(flow([10, 0, 0, 0, 0]), 1, "lagToStart").arrivals;
  const [, , , finished] = lagged(started, 2, "lagToCompletion").arrivals;
  expect(String(finished)).toBe("10 starts/month");
  expect(String(whatIf(finished as Figure, { lagToStart: "1.5" }))).toBe("5 starts/month");
  expect(String(whatIf(finished as Figure, { lagToCompletion: "2.2" }))).toBe("8 starts/month");
});

// Ministry of Justice, prisonsreadyreckoner, tests.
describe("the published lags", () => {
  test("of a lag of 3.2 months, 0.8 arrive three months later and 0.2 four months later", () => {
    expect(values([0, 1, 2, 3, 4].map((monthsLater) => lagShare({ lag: "3.2", monthsLater })))).toEqual([
      "0",
      "0",
      "0",
      "0.8",
      "0.2",
    ]);
    expect(values(lagged(flow([1, 0, 0, 0, 0]), "3.2").arrivals)).toEqual(["0", "0", "0", "0.8", "0.2"]);
  });

  test("one a month from the third month leaves by its profile, and 0.95 are there in the end", () => {
    const { arrivals, underWay } = lagged(flow([0, 0, 1, 1, 1, 1, 1, 1, 1, 1]), {
      sharesByMonth: ["0.5", "0.25", "0.1", "0.1", "0.05"],
    });
    const outflow = ["0", "0", "0.5", "0.75", "0.85", "0.95", "1", "1", "1", "1"];
    const stock = ["0", "0", "0.5", "0.75", "0.9", "0.95", "0.95", "0.95", "0.95", "0.95"];
    expect(values(arrivals)).toEqual(outflow);
    expect(values(underWay)).toEqual(stock);
    expect(underWay[2]?.unit).toBe("starts");
  });
});

test("nobody is lost between months: whoever set out has arrived or is under way, to the last digit", () => {
  fc.assert(
    fc.property(someFlow, someLag, (months, lag) => {
      const { arrivals, underWay } = lagged(flow(months), lag);
      const left = subtract(total(months.map(String)), total(values(arrivals)));
      expect(exactly(values(underWay).at(-1) ?? "")).toEqual(left);
      for (const text of [...values(arrivals), ...values(underWay)]) expect(text).not.toMatch(/^-/);
    }),
    runs,
  );
});

test("nobody is lost either where the lag is moved afterwards, past any month it was made for", () => {
  fc.assert(
    fc.property(someFlow, someMonths, someMonths, (months, before, after) => {
      const { arrivals, underWay } = lagged(flow(months), before);
      const moved = whatIf(
        [...arrivals, ...underWay],
        before === after || months.length === 0 ? {} : { lag: after },
      );
      const anew = lagged(flow(months), after);
      expect(values(moved)).toEqual(values([...anew.arrivals, ...anew.underWay]));
    }),
    runs,
  );
});

test("Little's law: in a steady state there are as many under way as set out in a month, times the lag", () => {
  fc.assert(
    fc.property(someMonths, fc.integer({ min: 1, max: 500 }), (lag, monthly) => {
      const { underWay } = lagged(flow(Array<number>(12).fill(monthly)), lag);
      expect(exactly(values(underWay)[11] ?? "")).toEqual(
        multiply(exactly(String(lag)), fraction(BigInt(monthly))),
      );
    }),
    runs,
  );
});

test.for<readonly [string, unknown, string]>([
  ["below nought", -1, "lag: expected zero or more; received -1."],
  ["no number", "soon", "lag: expected"],
  [
    "shares of less than all",
    { sharesByMonth: ["0.5", "0.4"] },
    "lag.sharesByMonth: expected shares that sum to one; received 0.9.",
  ],
  [
    "a share past one",
    { sharesByMonth: ["50", "rest"] },
    "lag.sharesByMonth.0: expected a share from 0 to 1; received 50. If 50% is meant, write 0.5.",
  ],
  [
    "two rests",
    { sharesByMonth: ["rest", "rest"] },
    'lag.sharesByMonth: expected one "rest" at most; received 2.',
  ],
  [
    "more than all beside a rest",
    { sharesByMonth: ["0.9", "0.2", "rest"] },
    'expected shares of one at most beside the "rest"; received 1.1.',
  ],
  ["no shares", { sharesByMonth: [] }, "lag.sharesByMonth: expected a list that is not empty"],
  ["another word", { sharesByMonths: ["rest"] }, 'Did you mean "sharesByMonth"?'],
])("a lag that is %s is refused", ([, lag, message]) => {
  const refusal = refused(() => lagged(flow([1]), lag as Lag));
  expect(refusal.code).toBe("invalid-data");
  expect(refusal.message).toContain(message);
});

test("a year's volume is no flow within a month, and two measures are no one flow", () => {
  const starts = given(900, "starts", { name: "starts" });
  expect(refused(() => lagged([starts], 1)).message).toContain("a flow within a month");
  const referrals = given(1, "referrals/month", { name: "referralsInMonth" });
  expect(refused(() => lagged<string>([...flow([1]), referrals], 1)).code).toBe("wrong-unit");
  expect(refused(() => lagged([], 1)).code).toBe("wrong-unit");
});

test("of those who start, all have finished, left or are there, month by month, and nobody comes back", () => {
  fc.assert(
    fc.property(someLag, someLag, (lagToCompletion, lagToDropOut) => {
      const rows = attrition({ completionRate: "0.6", lagToCompletion, lagToDropOut, months: 12 });
      let before = exactly("1");
      for (const { finished, droppedOut, stillOnService } of rows) {
        expect(total(values([finished, droppedOut, stillOnService]))).toEqual(exactly("1"));
        const still = exactly(stillOnService.toJSON().value);
        expect(subtract(before, still).above >= 0n).toBe(true);
        before = still;
      }
      expect(before).toEqual(fraction(0n));
    }),
    runs,
  );
});

test("attrition refuses a rate that is no share and months that are not whole", () => {
  const of = { lagToCompletion: 3, lagToDropOut: 1, months: 3 };
  expect(refused(() => attrition({ ...of, completionRate: 60 })).message).toContain(
    "If 60% is meant, give 0.6.",
  );
  expect(refused(() => attrition({ ...of, completionRate: "0.6", months: 1.5 })).message).toContain(
    "months: expected a whole number from 0 to 600; received 1.5.",
  );
  expect(refused(() => attrition({ ...of, completionRate: "0.6", lagToDropOut: -1 })).code).toBe(
    "invalid-data",
  );
});

describe("a lag whose shares are all stated", () => {
  const month = (count: number) => given(count, "starts/month", { name: "starts" });
  const flow = [month(40), month(40), month(40), month(40)];
  const stated: Lag = { sharesByMonth: ["0.5", "0.25", "0.25"] };

  test("loses nobody when one of them is moved: the last is what the others leave", () => {
    const { underWay } = lagged(flow, stated);
    // Forty a month, of whom half are there for a month and a quarter for two: 20 + 10 + 10.
    expect(underWay.map(String).at(-1)).toBe("30 starts");
    const moved = whatIf(underWay, { "lag.sharesByMonth.0": "0.75" });
    // A quarter a month later, and nobody after that: 10 are under way.
    expect(String(moved.at(-1))).toBe("10 starts");
    expect(refused(() => whatIf(underWay, { "lag.sharesByMonth.0": "0.9" })).code).toBe("out-of-range");
  });

  test("has one that states no range", () => {
    const range = { value: "0.5", low: "0.3", high: "0.7" };
    expect(refused(() => lagged(flow, { sharesByMonth: [range, range] })).message).toContain(
      'sharesByMonth: expected one share without a range, which follows from the others; received a range for each. Write "rest" for one of them.',
    );
  });
});
