import { ModelError } from "../errors.ts";
import type { Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";

type Of = <U extends Unit>(figures: readonly Figure<U>[]) => Figure<U>;

/** The one of many that is left when each is held against the next. Of none there is nothing to hold. */
const extreme =
  (figure: string, way: "max" | "min"): Of =>
  ([first, ...others]) => {
    if (first === undefined)
      throw new ModelError("wrong-inputs", `There is no ${figure} of none. Give a figure or more.`, {
        figure,
        missing: [],
        unknown: [],
      });
    return others.reduce((so, one) => so[way](one), first);
  };

export const greatest = /* @__PURE__ */ extreme("greatest", "max");
export const least = /* @__PURE__ */ extreme("least", "min");
