import type { Figure } from "../numbers/figure.ts";
import { rangeSaid } from "../vocabulary/states-range.ts";

/** Whether two inputs say the same number, and are as uncertain: a range in one of them alone makes them two. */
export const isSameInput = (one: Figure, other: Figure): boolean =>
  one.value.equals(other.value) && rangeOf(one) === rangeOf(other);

const rangeOf = ({ operation }: Figure): string =>
  operation.kind === "given" ? rangeSaid(operation.provenance) : "";
