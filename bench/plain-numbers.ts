import type { Arithmetic } from "./arithmetic.ts";

/** JavaScript's own numbers: fast, and rounded at every step. */
export const plainNumbers: Arithmetic<number> = {
  from: Number,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  dividedBy: (a, b) => a / b,
  smaller: (a, b) => (b < a ? b : a),
};
