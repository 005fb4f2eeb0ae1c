/** The kinds of distribution that an assumption may carry. */
export const distributionKinds = [
  "uniform",
  "triangular",
  "pert",
  "normal",
  "lognormal",
  "beta",
  "discrete",
  "stated",
] as const;

export type DistributionKind = (typeof distributionKinds)[number];
