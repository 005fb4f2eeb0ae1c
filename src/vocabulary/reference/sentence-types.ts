import type { Words } from "../words.ts";

/**
 * Sentence types with the stage of supervision and, for orders, whether there is a rehabilitation activity
 * requirement (RAR). An order whose source does not record the requirement has a word of its own, so that what is
 * unknown stays unknown.
 * Source: public contract texts of the first-day services, and the Offender Rehabilitation Act 2014 for supervision
 * after a sentence.
 */
export const sentenceTypes: Words["sentenceTypes"] = [
  { id: "community-order-rar", name: "Community order with RAR", stage: "community", requirement: "rar" },
  {
    id: "community-order-no-rar",
    name: "Community order without RAR",
    stage: "community",
    requirement: "none",
  },
  { id: "community-order", name: "Community order, RAR not recorded", stage: "community" },
  {
    id: "suspended-sentence-rar",
    name: "Suspended sentence order with RAR",
    stage: "community",
    requirement: "rar",
  },
  {
    id: "suspended-sentence-no-rar",
    name: "Suspended sentence order without RAR",
    stage: "community",
    requirement: "none",
  },
  { id: "suspended-sentence", name: "Suspended sentence order, RAR not recorded", stage: "community" },
  {
    id: "custody-supervised-after",
    name: "Custody, supervision to follow",
    stage: "custody",
    requirement: "not-applicable",
  },
  {
    id: "custody-unsupervised-after",
    name: "Custody, no supervision to follow",
    stage: "custody",
    requirement: "not-applicable",
  },
  { id: "licence", name: "Licence", stage: "licence", requirement: "not-applicable" },
  {
    id: "post-sentence-supervision",
    name: "Post-sentence supervision",
    stage: "post-sentence",
    requirement: "not-applicable",
  },
  { id: "other", name: "Other" },
];
