import { gradientOf } from "../src/readings/backwards.ts";
import { replay } from "../src/readings/replay.ts";
import { tapeOf } from "../src/readings/tape.ts";
import type { Tape } from "../src/readings/tape.ts";
import { drawsAbout, sharesFrom } from "./draws.ts";
import { nationalTotal } from "./national-total.ts";
import { sideBySide, timeColumns } from "./stopwatch.ts";
import type { SelfTimed, Timing } from "./stopwatch.ts";

const rounds = 25;
const atATime = 200;
/** How far derivatives may be from finite differences, as a share of the total for an input changed by the whole of it. */
const tolerance = 1e-7;

/** All derivatives of the national value beside one replay. Returns where they disagree with finite differences. */
export async function compareDerivatives(): Promise<readonly string[]> {
  const tape = tapeOf(nationalTotal().value);
  const share = sharesFrom(2);
  // Away from the base case, where a month of ramp-up may stand exactly at its limit.
  const inputs = tape.base.map((base) => drawsAbout(base, 1, share)[0] as number);
  const timings = await sideBySide(
    [
      timedMany("one replay", () => replay(tape, inputs)),
      timedMany(`all ${tape.inputs.length.toLocaleString("en-GB")} derivatives`, () =>
        gradientOf(tape, 0, inputs),
      ),
    ],
    rounds,
  );
  const [once, all] = timings as [Timing<Float64Array>, Timing<Float64Array>];
  console.log(
    `\nThe national value derived by every input of it, ${atATime} times in each of ${rounds} rounds`,
  );
  console.table(timings.map((timing) => ({ "": timing.name, ...timeColumns(timing, once) })));
  console.log("Meant: at most 5 times one replay.");
  return disagreements(tape, inputs, all.answer);
}

function disagreements(tape: Tape, inputs: Float64Array, derivatives: Float64Array): readonly string[] {
  const total = replay(tape, inputs)[0] as number;
  return [...tape.places].flatMap(([path, place]) => {
    const value = inputs[place] as number;
    const step = value * 1e-4;
    const at = (changed: number): number => replay(tape, inputs.with(place, changed))[0] as number;
    const difference = step === 0 ? 0 : (at(value + step) - at(value - step)) / (2 * step);
    const apart = Math.abs((derivatives[place] as number) - difference) * value;
    return value === 0 || apart <= tolerance * total
      ? []
      : [`the derivative by ${path}: ${derivatives[place]} and ${difference}`];
  });
}

/** Something too short for a clock, timed as the mean of many. */
function timedMany<A>(name: string, run: () => A): SelfTimed<A> {
  return {
    name,
    runTimed: () => {
      const start = performance.now();
      for (let time = 1; time < atATime; time++) run();
      const answer = run();
      return { took: (performance.now() - start) / atATime, read: () => answer };
    },
  };
}
