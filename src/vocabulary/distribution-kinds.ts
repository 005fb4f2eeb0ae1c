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

/** How uncertain an assumption is, as it carries it: a kind, and the numbers of that kind. */
export type CarriedDistribution = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** A distribution in words: `triangular, low 0.5, mode 0.62, high 0.7`. */
export const distributionText = ({ kind, ...numbers }: CarriedDistribution): string =>
  [
    kind,
    ...Object.entries(numbers).map(
      ([name, number]) => `${name} ${typeof number === "string" ? number : JSON.stringify(number)}`,
    ),
  ].join(", ");
