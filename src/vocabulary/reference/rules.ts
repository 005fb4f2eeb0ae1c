import { deeplyFrozen } from "../plain.ts";
import type { Rule } from "../rule.ts";

const contracts = "public contract texts of the first-day services";

const ordersWithRar: Rule = {
  id: "orders-with-rar",
  decision: "admit",
  when: { stage: "community", requirement: "rar" },
  reason: "community and suspended sentence orders with a rehabilitation activity requirement are eligible",
  source: contracts,
};
const ordersWithoutRar: Rule = {
  id: "orders-without-rar",
  decision: "exclude",
  when: { stage: "community", requirement: "none" },
  reason: "orders without a rehabilitation activity requirement are not eligible",
  source: contracts,
};
const afterRelease: Rule = {
  id: "licence-and-post-sentence",
  decision: "admit",
  when: { stage: ["licence", "post-sentence"] },
  reason: "people on licence or post-sentence supervision are eligible",
  source: contracts,
};
const unsupervisedAfter: Rule = {
  id: "custody-unsupervised-after",
  decision: "exclude",
  when: { sentenceType: "custody-unsupervised-after" },
  reason: "no supervision follows custody",
  source: contracts,
};
const custodyAdmitted: Rule = {
  id: "custody-supervised-after",
  decision: "admit",
  when: { sentenceType: "custody-supervised-after" },
  reason: "people in custody before release, to be supervised afterwards, are eligible for this service",
  source: contracts,
};
const custodyExcluded: Rule = {
  id: "custody-supervised-after",
  decision: "exclude",
  when: { sentenceType: "custody-supervised-after" },
  reason: "this service is not offered before release",
  source: contracts,
};
const custodyNotForWomens: Rule = {
  id: "custody-in-womens-services",
  decision: "exclude",
  when: { sentenceType: "custody-supervised-after", contractType: "womens-services" },
  reason: "women's services before release are accommodation and social inclusion only",
  source: contracts,
};

const general = [ordersWithRar, ordersWithoutRar, afterRelease, unsupervisedAfter];
const beforeReleaseToo = [...general, custodyAdmitted];
const afterReleaseOnly = [...general, custodyExcluded];

/**
 * Who is eligible for each service, as the contracts of the first-day services state it. One exception is known to the
 * rule on orders without the requirement; it is not modelled.
 * Source: public contract texts.
 */
export const referenceRules: Readonly<Record<string, readonly Rule[]>> = /* @__PURE__ */ deeplyFrozen({
  accommodation: beforeReleaseToo,
  ete: afterReleaseOnly,
  "lifestyle-and-associates": afterReleaseOnly,
  "family-and-significant-others": afterReleaseOnly,
  "emotional-wellbeing": afterReleaseOnly,
  "social-inclusion": beforeReleaseToo,
  "finance-benefit-and-debt": [...general, custodyNotForWomens],
  "dependency-and-recovery": [...general, custodyNotForWomens, custodyAdmitted],
});

/**
 * Greater Manchester's accommodation contract: licence and post-sentence supervision first, orders from April 2022.
 * The contract adds "if referral numbers stay within agreed levels", which these dates alone do not say.
 * Source: public contract text.
 */
export const greaterManchesterAccommodationRules: readonly Rule[] = /* @__PURE__ */ deeplyFrozen([
  afterRelease,
  {
    ...ordersWithRar,
    from: "2022-04-01",
    reason: "orders with a rehabilitation activity requirement are admitted from April 2022",
  },
  ordersWithoutRar,
  unsupervisedAfter,
]);
