import { describe, expect, it } from "vitest";
import { forecast, parsePlan } from "volumes-and-values";
import type { Plan } from "volumes-and-values";
import { assumptions, reconcile, review } from "volumes-and-values/review";
import { essexWith } from "../support/plans.ts";

/** A plan as a file holds it: nobody has read it yet. */
const unread = (changes = {}): Plan => JSON.parse(JSON.stringify(essexWith(changes))) as Plan;

const uses = {
  forecast: (plan: Plan): unknown => forecast(plan).toJSON(),
  reconcile: (plan: Plan): unknown => reconcile(plan, { service: "accommodation", on: "2021-06-26" }).table(),
  review: (plan: Plan): unknown => review(plan),
  assumptions: (plan: Plan): unknown => assumptions(plan),
};

describe.each(Object.entries(uses))("%s of a plan that was not read before", (_, use) => {
  it("answers as for one that was", () => {
    expect(JSON.stringify(use(unread()))).toBe(JSON.stringify(use(parsePlan(unread()))));
  });

  it("reads it first, and refuses what is wrong with it", () => {
    expect(() => use(unread({ "services.accommodation.startRate": 62 }))).toThrow(
      /startRate: expected a share from 0 to 1; received 62\. If 62% is meant, write 0\.62\./,
    );
  });

  it("leaves it as it was", () => {
    const plan = unread();
    use(plan);
    expect(plan).toEqual(unread());
    expect(Object.isFrozen(plan)).toBe(false);
  });
});
