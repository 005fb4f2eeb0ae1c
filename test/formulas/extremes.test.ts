import { expect, test } from "vitest";
import type { Formula } from "volumes-and-values";
import { isFormula, isModelError } from "volumes-and-values";
import * as provider from "volumes-and-values/provider";

const takingMany = Object.entries(provider as Readonly<Record<string, unknown>>).flatMap(([name, one]) =>
  isFormula(one) && Object.values(one.inputs).some((unit) => typeof unit !== "string")
    ? [[name, one] as const]
    : [],
);

test.for<readonly [string, Formula]>(takingMany)(
  "%s of none is an answer, or refused in words",
  ([, formula]) => {
    const given = Object.fromEntries(
      Object.entries(formula.inputs).map(([name, unit]) => [
        name,
        typeof unit === "string" ? formula.worked.given[name] : [],
      ]),
    );
    try {
      expect(String((formula as (inputs: object) => unknown)(given))).not.toBe("");
    } catch (error) {
      expect(isModelError(error)).toBe(true);
    }
  },
);
