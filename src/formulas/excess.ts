import { given } from "../numbers/figure.ts";
import type { Figure } from "../numbers/figure.ts";

const asked = { name: "nothing", source: "there is no less than none" } as const;

const nothing = {
  GBP: /* @__PURE__ */ given(0, "GBP", asked),
  cases: /* @__PURE__ */ given(0, "cases", asked),
  fte: /* @__PURE__ */ given(0, "fte", asked),
  "GBP/cases": /* @__PURE__ */ given(0, "GBP/cases", asked),
};

/**
 * How far a figure is above another; nothing, where it is not. The difference comes first: in floats too it is nothing then,
 * and not what their rounding leaves.
 */
export const excess = <U extends keyof typeof nothing>(figure: Figure<U>, over: Figure<U>): Figure<U> =>
  figure.minus(over).max(nothing[figure.unit] as Figure<keyof typeof nothing> as Figure<U>);
