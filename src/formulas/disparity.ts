import type { About, Figure } from "../numbers/figure.ts";

/** What a source says above what another says; below zero where it says less. */
export const disparity = (figure: Figure, reference: Figure, about: About): Figure =>
  figure.minus(reference).named("disparity", about, "one source less the other, by definition");

/** What a source says for each one that another says. */
export const ratioOfSources = (figure: Figure, reference: Figure, about: About): Figure<"ratio"> =>
  figure.dividedBy(reference).in("ratio").named("ratio", about, "one source over the other, by definition");

/** How far a source may be off. */
export const allowedDisparity = (reference: Figure, tolerance: Figure<"ratio">, about: About): Figure =>
  reference
    .times(tolerance)
    .in(reference.unit)
    .named("allowedDisparity", about, "a share of what the other source says, as stated");

/** The way from one source's total to another's. */
export interface WayBetween {
  readonly reference: Figure;
  /** The disparities where both have a figure, together. */
  readonly disparities: Figure;
  readonly onlyHere: Figure;
  readonly onlyInReference: Figure;
}

/** The total of a source, come to from another's. */
export const reconciledTotal = (
  { reference, disparities, onlyHere, onlyInReference }: WayBetween,
  about: About,
): Figure =>
  reference
    .plus(disparities)
    .plus(onlyHere)
    .minus(onlyInReference)
    .named("total", about, "what both have, more or less, and what only one has, by definition");
