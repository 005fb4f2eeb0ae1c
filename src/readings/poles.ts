import type { Figure } from "../numbers/figure.ts";
import { nodesOf } from "../numbers/working.ts";
import { replay } from "./replay.ts";
import type { Response } from "./response.ts";
import { rootBetween } from "./roots.ts";
import { tapeOf } from "./tape.ts";

/** How near to a place a response is tried, as parts of the range, and by how much it must grow on the way. */
const steps = [1e-5, 1e-7, 1e-9];
const growth = 10;
const noise = 1e-9;

/**
 * Whether a response grows without end towards a place, from either side: the nearer the more, where one that comes to
 * an end moves the less. What has no answer on a side says nothing of it.
 */
export const growsTowards = (place: number, width: number, response: Response): boolean =>
  [-1, 1].some((side) => {
    const [far, nearer, nearest] = steps.map((step) => response(place + side * step * width)) as [
      number,
      number,
      number,
    ];
    const [before, after] = [Math.abs(nearer - far), Math.abs(nearest - nearer)];
    return after > growth * before && after > noise * Math.abs(nearest);
  });

/**
 * Where a divisor of a figure comes to zero, as one input or another moves over some points: at one of them, or between
 * two where it changes its sign. Numerators may be zero there too, so that it need be no pole.
 */
export function divisorZerosOf(figure: Figure): (path: string, points: readonly number[]) => number[] {
  const divisors = nodesOf(figure).flatMap(({ operation, operands }) =>
    operation.kind === "dividedBy" && operands[1] !== undefined ? [operands[1]] : [],
  );
  const tape = tapeOf([...new Set(divisors)]);
  return (path, points) => {
    const place = tape.places.get(path);
    if (place === undefined) return [];
    const inputs = Float64Array.from(tape.base);
    const at = (value: number): Float64Array => {
      inputs[place] = value;
      return replay(tape, inputs);
    };
    const values = points.map(at);
    return tape.outputs.flatMap((_, index) =>
      points.flatMap((point, n): number[] => {
        const [value, next] = [values[n]?.[index] as number, values[n + 1]?.[index]];
        if (value === 0) return [point];
        return next !== undefined && value * next < 0
          ? [rootBetween(point, points[n + 1] as number, (one) => at(one)[index] as number)]
          : [];
      }),
    );
  };
}
