import { ModelError } from "../../errors.ts";
import { decimalFrom, describe } from "../../numbers/decimal.ts";
import type { Decimal, NumberLike } from "../../numbers/decimal.ts";
import { plainlyWritten } from "../../vocabulary/rewritten.ts";

/** A number that a caller gives by itself; one that is not written plainly is refused with what to write for it. */
export function givenNumber(value: NumberLike, name: string): Decimal {
  const plainly = typeof value === "string" ? plainlyWritten(value) : undefined;
  if (plainly === undefined) return decimalFrom(value, name);
  const received = describe(value);
  throw new ModelError(
    "not-a-number",
    `${name} must be a plain decimal number, and ${received} is not. Write ${plainly}.`,
    { received, name },
  );
}
