import * as fc from "fast-check";
import { given, sum } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { constant } from "../../src/numbers/figure.ts";

/** A figure made in random steps of random inputs, and how its inputs lie. */
export interface Made {
  readonly figure: Figure;
  /** Every figure on the way, the inputs first. */
  readonly steps: readonly Figure[];
}

type Ratio = Figure<"ratio">;

/** Amounts in hundredths, zero and negative ones among them. */
const amount = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 5_000 }), weight: 6 },
  { arbitrary: fc.integer({ min: -2_000, max: 0 }), weight: 1 },
);

interface Step {
  readonly kind: number;
  readonly of: readonly [number, number, number];
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat(13),
  of: fc.tuple(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000)),
});

/** A number past which sums of floats say little about sums of decimals. */
const most = 1e9;

function taken({ kind, of }: Step, made: readonly Ratio[], index: number): Ratio {
  // The newer half is taken more often, so that workings are deep as well as wide.
  const at = (draw: number): Ratio =>
    made[
      draw % 3 === 0 ? draw % made.length : made.length - 1 - (draw % Math.ceil(made.length / 2))
    ] as Ratio;
  const [a, b, c] = of.map(at) as [Ratio, Ratio, Ratio];
  switch (kind) {
    case 0:
    case 1:
      return a.plus(b);
    case 2:
    case 3:
    case 4:
      return a.times(b).in("ratio");
    case 5:
      return a.minus(b);
    case 6:
      return b.value.abs().lessThan("0.01") ? a.plus(b) : a.dividedBy(b).in("ratio");
    case 7:
      return a.min(b);
    case 8:
      return a.max(b);
    case 9:
      return b.value.greaterThan(c.value) ? a.clampedTo(c, b) : a.clampedTo(b, c);
    case 10:
      return a.rest;
    case 11:
      return a.named(`step ${String(index)}`).named("again");
    case 12:
      return sum("ratio", [a, b, c, a.times(b).in("ratio"), a.times(c).in("ratio")]);
    default:
      return a.times(constant(3)).in("ratio");
  }
}

/** Figures in random steps: every operation but rounding, inputs used once, twice or never, some without a path. */
export const madeFigure: fc.Arbitrary<Made> = fc
  .record({
    amounts: fc.array(fc.tuple(amount, fc.nat(4)), { minLength: 1, maxLength: 6 }),
    steps: fc.array(step, { minLength: 1, maxLength: 30 }),
  })
  .map(({ amounts, steps }) => {
    const made: Ratio[] = amounts.map(([hundredths, draw], index) =>
      given(hundredths / 100, "ratio", {
        name: `input${String(index)}`,
        ...(draw === 0 ? {} : { path: `inputs.${String(index)}` }),
      }),
    );
    for (const [index, one] of steps.entries()) {
      const next = taken(one, made, index);
      if (next.value.abs().lessThan(most) && next.value.precision() < 300) made.push(next);
    }
    return { figure: made.at(-1) as Ratio, steps: made };
  });
