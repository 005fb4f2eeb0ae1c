import { Decimal } from "decimal.js"; // eslint-disable-line @typescript-eslint/no-restricted-imports -- for a float's digits without an exponent
import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { forecast, isModelError, parsePlan } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { whatIf } from "volumes-and-values/readings";
import { simulate } from "volumes-and-values/simulation";
import type { Simulated } from "volumes-and-values/simulation";
import { inputsOf } from "../../../src/readings/inputs.ts";
import { plausiblePlan } from "../../support/arbitrary-plans.ts";
import { patience, runs } from "../../support/runs.ts";

vi.setConfig({ testTimeout: patience });

/** What a figure would be for other inputs, as a float; nothing, where it has no answer. */
function exactly(figure: Figure, changes: Readonly<Record<string, string>>): number {
  try {
    return Number(String(whatIf(figure, changes).value));
  } catch (error) {
    if (isModelError(error, "division-by-zero") || isModelError(error, "out-of-range")) return NaN;
    throw error;
  }
}

/** The digits of a float without an exponent. */
const plainText = (value: number): string => new Decimal(value).toFixed();

test("in any plan, every draw is what the total would be if its assumptions were what they were drawn to be", () => {
  fc.assert(
    fc.property(plausiblePlan(), fc.nat(), (data, seed) => {
      const { starts, indicativeValue } = forecast(parsePlan(data)).total();
      const assumed = [...inputsOf({ starts, indicativeValue })].filter(
        ([path]) => !path.startsWith("caseload.cells"),
      );
      const distributions = Object.fromEntries(
        assumed.map(([path, { value }]) => {
          const middle = Number(String(value));
          const atLeast = path.includes("supervisionsPerPerson") ? Math.max(1, middle * 0.9) : middle * 0.9;
          return [path, { kind: "uniform", low: atLeast, high: middle } as const];
        }),
      );
      const inputs: Readonly<Record<string, Figure>> = Object.fromEntries(assumed);
      const figures = { ...inputs, starts, indicativeValue };
      const drawn = simulate(figures, { draws: 2, seed, distributions }) as Readonly<
        Record<string, Simulated>
      >;
      const second = (name: string): number => drawn[name]?.draws()[1] ?? NaN;
      for (const [name, figure] of Object.entries({ starts, indicativeValue })) {
        const moved = [...inputsOf(figure).keys()].filter((path) => Object.hasOwn(inputs, path));
        const exact = exactly(
          figure,
          Object.fromEntries(moved.map((path) => [path, plainText(second(path))])),
        );
        const came = second(name);
        expect(Number.isNaN(came)).toBe(Number.isNaN(exact));
        if (!Number.isNaN(exact))
          expect(Math.abs(came - exact)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(exact)));
      }
    }),
    { numRuns: Math.ceil(runs / 4) },
  );
});
