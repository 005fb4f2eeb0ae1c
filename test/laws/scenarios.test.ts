import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { forecast, isModelError, parsePlan } from "volumes-and-values";
import type { Plan } from "volumes-and-values";
import { plausiblePlan } from "../support/arbitrary-plans.ts";
import { patience, runs } from "../support/runs.ts";
import { under } from "../support/scenarios.ts";

vi.setConfig({ testTimeout: patience });

const some = { numRuns: Math.ceil(runs / 4) };

/** What each service comes to over every lot, to the last digit. */
const byService = (plan: Plan): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    forecast(plan)
      .by("service")
      .map(({ service, referrals, unmet, starts, completions, indicativeValue }) => [
        service ?? "",
        [referrals, unmet, starts, completions, indicativeValue].map(String),
      ]),
  );

/** A plan in which some lots buy several services, these lots, and one of their services. */
const moving = fc
  .tuple(plausiblePlan(), fc.nat())
  .map(([data, pick]) => {
    const plan = parsePlan(data);
    const services = Object.keys(plan.services);
    const bundled = plan.lots.filter(({ contractType }) => contractType !== undefined).map(({ id }) => id);
    return { plan, bundled, services, service: services[pick % services.length] as string };
  })
  .filter(({ bundled, services }) => bundled.length > 0 && services.length > 1);

describe("laws of scenarios", () => {
  it("a service that leaves its lots leaves every other service's figures as they were", () => {
    fc.assert(
      fc.property(moving, ({ plan, bundled, service }) => {
        const left = under([{ moveService: service, outOf: { lot: bundled } }], plan);
        const [before, after] = [plan, left].map((one) => ({ ...byService(one), [service]: "moved" }));
        expect(after).toEqual(before);
      }),
      some,
    );
  });

  it("a service that goes into lots of its own loses nobody and no pound, where no rule asks for the lot", () => {
    fc.assert(
      fc.property(moving, ({ plan, bundled, service }) => {
        const move = { moveService: service, outOf: { lot: bundled }, into: "lots of its own" };
        expect(byService(under([move], plan))).toEqual(byService(plan));
      }),
      some,
    );
  });

  /** A day of the last year of a plan's forecast, or of the first year of the contract that begins last. */
  const dayIn = ({ calendar, lots }: Plan): string =>
    calendar.years === "financial"
      ? `${calendar.last.slice(0, 4)}-11-15`
      : (lots
          .map(({ from }) => from)
          .sort()
          .at(-1) ?? "");

  it("a rule changed from a day to what it was decides as it did", () => {
    fc.assert(
      fc.property(plausiblePlan({ datedRules: false }), fc.nat(), (data, pick) => {
        const plan = parsePlan(data);
        const [[service, { rules }]] = Object.entries(plan.services) as [[string, Plan["services"][string]]];
        const rule = rules[pick % rules.length] as (typeof rules)[number];
        const change = {
          changeRule: rule.id,
          of: service,
          from: dayIn(plan),
          with: { decision: rule.decision },
        };
        const [before, after] = [plan, under([change], plan)].map((one) => forecast(one).total());
        const rounded = (total: typeof before): string =>
          total?.starts.rounded({ places: 20, mode: "half even" }).toString() ?? "";
        expect(rounded(after)).toBe(rounded(before));
      }),
      some,
    );
  });

  it("any change at any place makes another plan or is refused, and leaves the plan as it was", () => {
    fc.assert(
      fc.property(plausiblePlan().chain(plausibleChanges), ({ data, changes }) => {
        const plan = parsePlan(data);
        const before = JSON.stringify(plan);
        try {
          expect(Object.isFrozen(under(changes, plan))).toBe(true);
        } catch (error) {
          if (!isModelError(error, "invalid-data")) throw error;
          for (const { path } of error.details.problems) expect(path).toMatch(/^changes\.\d/);
        }
        expect(JSON.stringify(plan)).toBe(before);
      }),
      { numRuns: runs },
    );
  });
});

/** Every path of some data. */
function pathsIn(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [path];
  const within = Object.entries(value).flatMap(([key, one]) =>
    pathsIn(one, path === "" ? key : `${path}.${key}`),
  );
  return path === "" ? within : [path, ...within];
}

/** A few changes at places of a plan, some of them made patterns, with values that may not belong there. */
function plausibleChanges<T extends object>(data: T): fc.Arbitrary<{ data: T; changes: readonly unknown[] }> {
  const paths = pathsIn(data);
  const place = fc.tuple(fc.constantFrom(...paths), fc.nat(), fc.boolean()).map(([path, pick, wild]) =>
    path
      .split(".")
      .map((step, index, steps) => (wild && index === pick % steps.length ? "*" : step))
      .join("."),
  );
  const value = fc.constantFrom<unknown>(
    0,
    1,
    "0.5",
    -1,
    62,
    "essex",
    null,
    [],
    {},
    { value: 1 },
    [{}],
    true,
  );
  const word = fc.constantFrom("accommodation", "ete", "essex", "kent", "lot-0", "lot-1", "rule-0", "bundle");
  const lots = fc.oneof(fc.record({ lot: word }), fc.record({ contractType: word }));
  const change = fc.oneof(
    fc.record({ set: place, to: value }),
    fc.record({ set: place, to: value }),
    fc.record({ scale: place, by: fc.constantFrom(0, 1, "0.9", 2) }),
    fc.record({ add: fc.constantFrom(-1, 0, "0.1"), to: place }),
    fc.record({ remove: place }),
    fc.record({ moveService: word, outOf: lots, into: fc.oneof(lots, fc.constant("lots of its own")) }),
    fc.record({ addArea: word, into: lots, cells: fc.constant([{ people: 5 }]) }),
    fc.record({ removeArea: word, outOf: lots }),
    fc.record({
      changeRule: word,
      of: fc.constantFrom("*", "accommodation"),
      from: fc.constant("2022-04-01"),
      with: fc.constant({ decision: "admit" }),
    }),
  );
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => ({ data, changes }));
}
