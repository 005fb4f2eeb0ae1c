/** What a row of work may say of itself: for whom and when it is, where hours or costs differ by that. */
export const workWords = [
  "lot",
  "contractType",
  "region",
  "area",
  "service",
  "complexity",
  "year",
  "month",
] as const;

export type WorkWord = (typeof workWords)[number];

/** By what the pay of a post may differ: whoever its hours are for, it is paid alike. */
export const payWords = ["year", "month"] as const satisfies readonly WorkWord[];

/** By what the cost of a year may differ. */
export const costWords = ["year"] as const satisfies readonly WorkWord[];

/** By what the cost of a start may differ: costs are those of years. */
export const startCostWords: readonly WorkWord[] = workWords.filter((word) => word !== "month");
