import { decimalFrom } from "../../numbers/decimal.ts";
import type { NumberLike } from "../../numbers/decimal.ts";
import type { Distribution } from "../../vocabulary/distribution.ts";
import type { DistributionKind } from "../../vocabulary/distribution-kinds.ts";

/** The distributions of these kinds. */
export type Of<K extends DistributionKind> = Extract<Distribution, { readonly kind: K }>;

/** A parameter as the nearest float: draws are floats. */
export const number = (value: NumberLike): number =>
  typeof value === "number" ? value : decimalFrom(value).toNumber();

/** The percentiles that an assumption's low and high stand for. */
export interface LowAndHigh {
  readonly low: NumberLike;
  readonly high: NumberLike;
}

export const eitherSide = "a low from 0 to below 50, and a high from above 50 to 100";

/** Whether two percentiles leave the middle between them. */
export const isEitherSide = ({ low, high }: LowAndHigh): boolean =>
  number(low) >= 0 && number(low) < 50 && number(high) > 50 && number(high) <= 100;
