import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { forecast, isModelError, parsePlan } from "volumes-and-values";
import { bridge } from "volumes-and-values/readings";
import type { Dimension, Figure, Forecast, Plan } from "volumes-and-values";
import type { Bridge, BridgedFigure, BridgeTotal, Cause, Method } from "volumes-and-values/readings";
import { settingsOf } from "../../src/readings/bridge/options.ts";
import { rowPartsOf } from "../../src/readings/bridge/parts.ts";
import { plausiblePlan } from "../support/arbitrary-plans.ts";
import type { JsonObject } from "../support/plans.ts";
import { isNearly, rationalOf } from "../support/rational.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const dimensions: readonly Dimension[] = [
  "lot",
  "contractType",
  "region",
  "area",
  "service",
  "complexity",
  "year",
];
const bridgedFigures: readonly BridgedFigure[] = [
  "referralsMade",
  "referrals",
  "starts",
  "completions",
  "indicativeValue",
];

/** The price index of a plan, for one that has none: nominal money is never set against real. */
const indexOf = ({ prices }: JsonObject, { prices: own = prices }: JsonObject): JsonObject =>
  own === undefined ? {} : { prices: own };

/** Two plans that may have nothing in common, or all but a few parts: most rows match then. */
const twoPlans = plausiblePlan().chain((before) =>
  plausiblePlan({ prices: "prices" in before })
    .map((drawn) => ({ ...drawn, ...indexOf(before, drawn) }))
    .chain((other) =>
      fc.oneof(
        fc.constant([before, other] as const),
        fc.subarray(["caseload", "turnover", "services", "calendar", "prices"] as const).map(
          (parts) =>
            [
              before,
              {
                ...before,
                ...Object.fromEntries(parts.flatMap((part) => (part in other ? [[part, other[part]]] : []))),
              },
            ] as const,
        ),
      ),
    ),
);

/** A forecast is dear: a quarter of the usual tries, and what fails is shown as it was drawn. */
const tries = { numRuns: Math.ceil(runs / 4), endOnFailure: true };

/** The forecast of a plan put together from two, unless the parts do not go together. */
function forecastOf(data: unknown): Forecast {
  let plan: Plan | undefined;
  try {
    plan = parsePlan(data);
  } catch (error) {
    if (!isModelError(error, "invalid-data")) throw error;
  }
  fc.pre(plan !== undefined);
  return forecast(plan);
}

/** Holds something of two forecasts. */
function ofTwoForecasts(holds: (before: Forecast, after: Forecast, drawn: Drawn) => void): void {
  fc.assert(
    fc.property(twoPlans, drawn, ([first, second], settings) => {
      holds(forecastOf(first), forecastOf(second), settings);
    }),
    tries,
  );
}

interface Drawn {
  readonly of: BridgedFigure;
  readonly by: Dimension[];
  readonly method: Method;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  of: fc.constantFrom(...bridgedFigures),
  by: fc.subarray([...dimensions]),
  method: fc.constantFrom("shapley", "sequential", "isolated"),
});

const quanta = ({ value }: Figure, quantum = 0.01): number => {
  const count = value.dividedBy(quantum);
  expect(count.isInteger(), String(value)).toBe(true);
  return count.toNumber();
};
const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const partsOf = ({ parts }: BridgeTotal): readonly number[] =>
  Object.values(parts).map((part) => quanta(part));
const causesIn = ({ total }: Bridge): readonly Cause[] => Object.keys(total.parts) as Cause[];

describe("in the bridge of any two forecasts", () => {
  it("the parts of every line sum to its change, and the lines to the total, to the penny, at every grouping", () => {
    ofTwoForecasts((before, after, { of, by }) => {
      const made = bridge(before, after, { of, by });
      for (const line of [...made.lines, made.total]) expect(sumOf(partsOf(line))).toBe(quanta(line.change));
      expect(sumOf(made.lines.map(({ change }) => quanta(change)))).toBe(quanta(made.total.change));
      for (const cause of causesIn(made)) {
        const down = made.lines.map(({ parts }) => quanta(parts[cause]));
        expect(sumOf(down)).toBe(quanta(made.total.parts[cause]));
      }
    });
  });

  it("what the causes do to a row is its difference before anything is rounded, so that nothing is made up by rounding", () => {
    ofTwoForecasts((before, after, { of, method }) => {
      for (const row of rowPartsOf(before, after, settingsOf({ of, method }))) {
        const [was, is] = [row.before, row.after].map((figure) => figure?.value.toNumber() ?? 0) as [
          number,
          number,
        ];
        expect(Math.abs(sumOf(row.parts) - (is - was))).toBeLessThanOrEqual(1e-11 * Math.max(was, is));
      }
    });
  });

  it("every line comes to what its rows come to, and changes by it to within a penny or two", () => {
    ofTwoForecasts((before, after, { of, by }) => {
      const made = bridge(before, after, { of, by });
      const totals: readonly BridgeTotal[] = [...made.lines, made.total];
      for (const line of totals) {
        const exact = line.after.value.minus(line.before.value);
        expect(line.change.value.minus(exact).abs().lessThan("0.02")).toBe(true);
      }
      expect(isNearly(made.total.before, rationalOf(before.total()[of]))).toBe(true);
      expect(isNearly(made.total.after, rationalOf(after.total()[of]))).toBe(true);
    });
  });

  it("reversing the two changes the sign of every part, and nothing else", () => {
    ofTwoForecasts((before, after, { of, by }) => {
      const [there, back] = [bridge(before, after, { of, by }), bridge(after, before, { of, by })];
      const byWords = (made: Bridge, sign: number): ReadonlyMap<string, readonly number[]> =>
        new Map(
          made.lines.map((line) => [
            JSON.stringify(by.map((one) => line[one])),
            [...partsOf(line), quanta(line.change)].map((part) => (part === 0 ? 0 : sign * part)),
          ]),
        );
      expect(byWords(back, -1)).toEqual(byWords(there, 1));
      expect(partsOf(back.total).map((part) => (part === 0 ? 0 : -part))).toEqual(partsOf(there.total));
    });
  });

  it("split one cause after another, the reverse in the reverse order has the other signs, to a penny a line", () => {
    ofTwoForecasts((before, after, { of, by }) => {
      const there = bridge(before, after, { of, by, method: "sequential" });
      const causes = there.causes.filter((cause) => cause !== "scope") as never[];
      const back = bridge(after, before, { of, by, method: "sequential", order: [...causes].reverse() });
      for (const cause of causesIn(there)) {
        const both = there.total.parts[cause].value.plus(back.total.parts[cause].value);
        expect(both.abs().lessThanOrEqualTo(0.01 * there.lines.length)).toBe(true);
      }
    });
  });

  it("every method splits the same difference, and takes the same rows for scope", () => {
    ofTwoForecasts((before, after, { of, by }) => {
      const methods = (["shapley", "sequential", "isolated"] as const).map((method) =>
        bridge(before, after, { of, by, method }),
      );
      const [first] = methods as [Bridge, ...Bridge[]];
      for (const made of methods) {
        expect(sumOf(partsOf(made.total))).toBe(quanta(made.total.change));
        expect(String(made.total.change)).toBe(String(first.total.change));
        const scope = made.total.parts.scope.value.minus(first.total.parts.scope.value);
        // A line's scope is rounded beside its other parts, and these differ by method.
        expect(scope.abs().dividedBy(Math.max(1, made.lines.length)).toNumber()).toBeLessThanOrEqual(0.01);
      }
    });
  });

  it("a forecast and itself differ in nothing", () => {
    fc.assert(
      fc.property(plausiblePlan(), drawn, (data, { of, by }) => {
        const made = bridge(forecastOf(data), forecastOf(data), { of, by });
        for (const line of [...made.lines, made.total]) expect(new Set(partsOf(line))).toEqual(new Set([0]));
      }),
      tries,
    );
  });

  it("a waterfall starts at what it was, ends at what it is, and leaves out no step", () => {
    ofTwoForecasts((before, after, { of }) => {
      const steps = bridge(before, after, { of }).waterfall();
      const heights = steps.slice(0, -1).map(({ to }) => quanta(to));
      expect(steps.slice(1, -1).map(({ from }) => quanta(from))).toEqual(heights.slice(0, -1));
      const cents = (made: Forecast): number =>
        quanta(made.total()[of].rounded({ places: 2, mode: "half even" }));
      expect([quanta(steps[0]?.to as Figure), quanta(steps.at(-1)?.to as Figure)]).toEqual([
        cents(before),
        cents(after),
      ]);
      expect(heights.at(-1)).toBe(cents(after));
    });
  });
});

describe("where one part of a plan changes, the difference is of that cause and of no other", () => {
  type Change = readonly [cause: Cause, part: string, of: BridgedFigure];

  it.for<Change>([
    ["need", "needShare", "starts"],
    ["takeUp", "takeUpShare", "starts"],
    ["takeUp", "referralsPerPerson", "referrals"],
    ["startRate", "startRate", "starts"],
    ["completionRate", "completionRate", "completions"],
    ["rampUp", "rampUp", "referrals"],
    ["rampUp", "spendProfile", "indicativeValue"],
    ["unitCost", "unitCost", "indicativeValue"],
    ["complexityMix", "complexityMix", "referrals"],
  ])("%s, for the %s of a service", ([cause, part, of]) => {
    fc.assert(
      fc.property(plausiblePlan({ prices: false }), plausiblePlan({ prices: false }), (first, other) => {
        const theirs = Object.values(other["services"] as object)[0] as Record<string, unknown>;
        const services = Object.fromEntries(
          Object.entries(first["services"] as object).map(([id, service]: [string, object]) => [
            id,
            part in theirs ? { ...service, [part]: theirs[part] } : service,
          ]),
        );
        const made = bridge(forecastOf(first), forecastOf({ ...first, services }), { of });
        const others = causesIn(made).filter((one) => one !== cause);
        // A mix that differs by who people are also changes who is at which level.
        const ofMix = cause === "complexityMix" ? ["eligibility", "turnover", "need", "takeUp"] : [];
        // What waits from a year of another rate is part of what the ramp lets in.
        const waits = JSON.stringify(services).includes('"carried forward"');
        const byYear = JSON.stringify([first, theirs]).includes('"by":"year"');
        const allowed = [...ofMix, ...(waits && byYear ? ["rampUp"] : [])];
        for (const one of others.filter((name) => !allowed.includes(name)))
          expect(quanta(made.total.parts[one]), one).toBe(0);
      }),
      tries,
    );
  });

  it("turnover, for the turnover", () => {
    fc.assert(
      fc.property(
        plausiblePlan({ prices: false }),
        plausiblePlan({ prices: false }),
        fc.constantFrom(...bridgedFigures),
        (first, other, of) => {
          const { turnover } = other;
          const plan = parsePlan(turnover === undefined ? first : { ...first, turnover });
          const made = bridge(forecastOf(first), forecast(plan), { of });
          // Where people of a year are counted for some, those who are not turn over at another rate among them.
          const counted = JSON.stringify(first).includes("InYear");
          // What waits from a year of another rate is part of what the ramp lets in.
          const waits = JSON.stringify(first).includes('"carried forward"');
          const byYear = JSON.stringify([first, turnover]).includes('"by":"year"');
          const allowed = [
            ...(counted ? ["need", "takeUp", "eligibility"] : []),
            ...(waits && byYear ? ["rampUp"] : []),
          ];
          for (const cause of causesIn(made).filter((one) => one !== "turnover"))
            if (!allowed.includes(cause)) expect(quanta(made.total.parts[cause]), cause).toBe(0);
        },
      ),
      tries,
    );
  });
});
