import { describe, expect, it } from "vitest";
import { screen } from "volumes-and-values";
import { greaterManchesterAccommodationRules, referenceRules } from "volumes-and-values/reference";
import type { Bucket, Rule } from "volumes-and-values";

/** What becomes of one person of a sentence type under some rules: the bucket that holds them. */
function placed(
  rules: readonly Rule[],
  sentenceType: string,
  { contractType, on = "2021-06-26" }: { contractType?: string; on?: string } = {},
): { bucket: Bucket; by: string } {
  const { cells, waterfall } = screen(
    {
      asOf: "2020-06-30",
      source: "illustrative",
      counted: "people",
      cells: [{ sentenceType, people: 100 }],
    },
    { rules, complexityMix: { low: 1, medium: 0, high: 0 } },
    { on, ...(contractType === undefined ? {} : { context: { contractType } }) },
  );
  expect(waterfall).toHaveLength(1);
  expect(String(waterfall[0]?.people)).toBe("100 people");
  const { bucket, by } = cells[0] as (typeof cells)[number];
  return { bucket, by };
}

const rulesOf = (service: string): readonly Rule[] => referenceRules[service] ?? [];
const bucketOf = (service: string, sentenceType: string, contractType?: string): Bucket =>
  placed(rulesOf(service), sentenceType, contractType === undefined ? {} : { contractType }).bucket;

const services = Object.keys(referenceRules);

/** Eligibility as the contracts state it. Source: public contract texts of the first-day services. */
describe("who is eligible for the first-day services", () => {
  it.each(services)("for %s an order with RAR is enough", (service) => {
    expect(bucketOf(service, "community-order-rar")).toBe("eligible");
    expect(bucketOf(service, "suspended-sentence-rar")).toBe("eligible");
  });

  it.each(services)("for %s an order without RAR is not", (service) => {
    expect(bucketOf(service, "community-order-no-rar")).toBe("excluded");
    expect(bucketOf(service, "suspended-sentence-no-rar")).toBe("excluded");
  });

  it.each(services)("for %s nobody can tell of an order whose RAR is not recorded", (service) => {
    expect(bucketOf(service, "community-order")).toBe("unknown");
    expect(bucketOf(service, "suspended-sentence")).toBe("unknown");
  });

  it.each(services)("for %s people on licence and on post-sentence supervision are eligible", (service) => {
    expect(bucketOf(service, "licence")).toBe("eligible");
    expect(bucketOf(service, "post-sentence-supervision")).toBe("eligible");
  });

  it.each(services)("for %s custody with no supervision to follow is not", (service) => {
    expect(bucketOf(service, "custody-unsupervised-after")).toBe("excluded");
  });

  it.each([
    ["accommodation", "eligible"],
    ["social-inclusion", "eligible"],
    ["dependency-and-recovery", "eligible"],
    ["ete", "excluded"],
    ["lifestyle-and-associates", "excluded"],
    ["family-and-significant-others", "excluded"],
    ["emotional-wellbeing", "excluded"],
  ])("before release to supervision, people of %s are %s", (service, bucket) => {
    expect(bucketOf(service, "custody-supervised-after", "accommodation")).toBe(bucket);
  });

  it.each(services)(
    "before release, women's services are accommodation and social inclusion only: %s",
    (service) => {
      expect(bucketOf(service, "custody-supervised-after", "womens-services")).toBe(
        ["accommodation", "social-inclusion"].includes(service) ? "eligible" : "excluded",
      );
    },
  );

  it.each(services)("women's services admit after release as others do: %s", (service) => {
    expect(bucketOf(service, "licence", "womens-services")).toBe("eligible");
    expect(bucketOf(service, "community-order-no-rar", "womens-services")).toBe("excluded");
  });

  it("before release, nobody can tell of dependency and recovery until it is known in which contract it is", () => {
    expect(bucketOf("dependency-and-recovery", "custody-supervised-after")).toBe("unknown");
  });

  it("nobody can tell of another sentence", () => {
    expect(bucketOf("accommodation", "other")).toBe("unknown");
  });

  it("every rule says why and who says so", () => {
    for (const rule of [...Object.values(referenceRules).flat(), ...greaterManchesterAccommodationRules]) {
      expect(rule.reason).toMatch(/\S/);
      expect(rule.source).toMatch(/\S/);
    }
  });
});

describe("accommodation in Greater Manchester", () => {
  const rules = greaterManchesterAccommodationRules;

  it("admits orders from 1 April 2022, and not the day before", () => {
    expect(placed(rules, "community-order-rar", { on: "2022-03-31" })).toEqual({
      bucket: "excluded",
      by: "no-rule",
    });
    expect(placed(rules, "community-order-rar", { on: "2022-04-01" })).toEqual({
      bucket: "eligible",
      by: "orders-with-rar",
    });
  });

  it("admits licence and post-sentence supervision from the first day", () => {
    expect(placed(rules, "licence").bucket).toBe("eligible");
    expect(placed(rules, "post-sentence-supervision").bucket).toBe("eligible");
  });

  it("never admits orders without RAR", () => {
    expect(placed(rules, "suspended-sentence-no-rar", { on: "2023-04-01" }).bucket).toBe("excluded");
  });
});
