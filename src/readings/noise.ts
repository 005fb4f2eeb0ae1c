import type { Figure } from "../numbers/figure.ts";
import { nodesOf } from "../numbers/working.ts";

/** What floats may leave of a figure that is made of larger ones: nothing, where income comes to cost. */
export const noiseOf = (figure: Figure): number =>
  nodesOf(figure).reduce(
    (most, { unit, value }) => (unit === figure.unit ? Math.max(most, Math.abs(value.toNumber())) : most),
    0,
  ) * 1e-12;
