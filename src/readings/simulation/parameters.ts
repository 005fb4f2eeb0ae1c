import { decimalFrom } from "../../numbers/decimal.ts";
import type { NumberLike } from "../../numbers/decimal.ts";
import type { Distribution } from "../../vocabulary/distribution.ts";
import type { DistributionKind } from "../../vocabulary/distribution-kinds.ts";

/** The distributions of these kinds. */
export type Of<K extends DistributionKind> = Extract<Distribution, { readonly kind: K }>;

/** A parameter as the nearest float: draws are floats. */
export const number = (value: NumberLike): number => decimalFrom(value).toNumber();
