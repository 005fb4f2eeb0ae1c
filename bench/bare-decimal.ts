// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- what the library is measured against
import { Decimal } from "decimal.js";
import type { Arithmetic } from "./arithmetic.ts";

const settings = { defaults: true, rounding: Decimal.ROUND_HALF_EVEN } as const;
const Exact = Decimal.clone({ ...settings, precision: 2_000 });
const Quotient = Decimal.clone({ ...settings, precision: 40 });

/** decimal.js by itself: every digit of sums and products, and forty of a quotient. */
export const bareDecimal: Arithmetic<Decimal> = {
  from: (text) => new Exact(text),
  plus: (a, b) => a.plus(b),
  minus: (a, b) => a.minus(b),
  times: (a, b) => a.times(b),
  dividedBy: (a, b) => new Exact(new Quotient(a).dividedBy(b)),
  smaller: (a, b) => (b.lessThan(a) ? b : a),
};
