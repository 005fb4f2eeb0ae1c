import type { Figure } from "../../numbers/figure.ts";
import { nodesOf } from "../../numbers/working.ts";
import type { Figures } from "../../numbers/working.ts";
import { runnerOf } from "../blocks.ts";
import { heldWithin } from "../held-within.ts";
import { pathOf } from "../inputs.ts";
import { roundingTapeOf } from "../tape.ts";
import type { FailureCount } from "./failures.ts";
import type { Uncertain } from "./uncertain.ts";

/** Takes out of a block the draws of which a figure is not what it is held to: of each figure that rests on it. */
export type HeldCheck = (
  columns: readonly Float64Array[],
  count: number,
  answers: readonly {
    readonly figure: Figure;
    readonly block: Float64Array;
    readonly failures: FailureCount;
  }[],
) => void;

/** A check of the figures that are held to something, as shares that follow from others are. */
export function heldCheck(
  figures: Figures,
  uncertain: readonly Uncertain[],
  size: number,
): HeldCheck | undefined {
  const all = heldWithin(figures);
  const tape = roundingTapeOf(all.map(({ figure }) => figure));
  const moved = uncertain.flatMap(({ path }, column) => {
    const place = tape.places.get(path);
    return place === undefined ? [] : [{ place, column }];
  });
  if (moved.length === 0) return undefined;
  const runner = runnerOf(
    tape,
    size,
    moved.map(({ place }) => place),
  );
  const restsOn = rememberedWorkings();
  return (columns, count, answers) => {
    for (const { place, column } of moved)
      runner.input(place).set((columns[column] as Float64Array).subarray(0, count));
    runner.run(count);
    for (const [index, { held, otherwise, on, noise }] of all.entries()) {
      const values = runner.output(index);
      for (let k = 0; k < count; k++) {
        if (held.isNearly(values[k] as number, noise)) continue;
        for (const { figure, block, failures } of answers) {
          if (Number.isNaN(block[k]) || !restsOn(figure, on)) continue;
          block[k] = NaN;
          failures.addBecause(otherwise);
        }
      }
    }
  };
}

/** Whether a figure rests on others, or on inputs by path; its working is walked once, when that is first asked. */
function rememberedWorkings(): (figure: Figure, on: readonly (Figure | string)[]) => boolean {
  const workings = new Map<Figure, ReadonlySet<unknown>>();
  return (figure, on) => {
    const known = workings.get(figure) ?? new Set(nodesOf(figure).flatMap((node) => [node, pathOf(node)]));
    workings.set(figure, known);
    return on.every((one) => known.has(one));
  };
}
