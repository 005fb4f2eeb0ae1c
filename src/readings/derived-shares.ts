import { isShare } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";
import { nodesOf } from "../numbers/working.ts";
import type { Figures } from "../numbers/working.ts";
import { isNamedShare } from "./ranges.ts";

/**
 * The shares within some figures that follow from others, as the rest of a complexity mix does. Those that are stated
 * cannot leave 0 to 1, and yet come to more than 1 together, so that their rest would be fewer than nobody.
 */
export const derivedShares = (figures: Figures): Figure[] =>
  nodesOf(figures).filter((node) => isNamedShare(node) && node.operands.length > 0 && isShare(node.value));

/** What floats may leave above 1 or below 0 of a share that is one. */
const noise = 1e-12;

/** Whether a float is a share, but for what floats leave. */
export const isNearlyShare = (value: number): boolean => value >= -noise && value <= 1 + noise;
