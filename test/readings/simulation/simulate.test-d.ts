import { expectTypeOf, test } from "vitest";
import { given, starts } from "volumes-and-values";
import { simulate, simulateInSlices } from "volumes-and-values/simulation";
import type { Distribution, Simulated } from "volumes-and-values/simulation";

const attended = starts({ referrals: 1200, startRate: "0.62" });
const referrals = given(1200, "referrals", { name: "referrals" });
const options = { draws: 10, seed: 1 };

test("figures are answered in the shape in which they came", () => {
  expectTypeOf(simulate(attended, options)).toEqualTypeOf<Simulated>();
  expectTypeOf(simulate([attended, referrals], options)).toEqualTypeOf<readonly Simulated[]>();
  expectTypeOf(simulate({ attended, referrals }, options)).toEqualTypeOf<{
    readonly attended: Simulated;
    readonly referrals: Simulated;
  }>();
  expectTypeOf(simulateInSlices(attended, options)).toEqualTypeOf<Promise<Simulated>>();
});

test("what no simulation could run with does not compile", () => {
  // @ts-expect-error: a seed is due
  simulate(attended, { draws: 10 });
  // @ts-expect-error: nobody samples so
  simulate(attended, { ...options, sampling: "sobol" });
  // @ts-expect-error: a triangle has a mode
  const triangle: Distribution = { kind: "triangular", low: 1, high: 2 };
  expectTypeOf(triangle).toExtend<Distribution>();
});
