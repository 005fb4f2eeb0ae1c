import { operation } from "./instructions.ts";
import type { Instructions } from "./instructions.ts";
import { valuesOf } from "./replay.ts";
import type { Response } from "./response.ts";
import { rootBetween } from "./roots.ts";
import type { Tape } from "./tape.ts";

/** How near to a place a response is tried, as parts of the range, and by how much it must grow on the way. */
const steps = [1e-3, 1e-5, 1e-7, 1e-9];
const growth = 10;
const noise = 1e-9;

/**
 * Whether a response grows without end towards a place, from either side: the nearer the more, where one that comes to
 * an end moves the less, and one that leaps moves once. What has no answer on a side says nothing of it.
 */
export const growsTowards = (place: number, width: number, response: Response): boolean =>
  [-1, 1].some((side) => {
    const answers = steps.map((step) => response(place + side * step * width));
    const moves = answers.slice(1).map((answer, n) => Math.abs(answer - (answers[n] as number)));
    const [last, nearest] = [moves.at(-1) as number, Math.abs(answers.at(-1) as number)];
    return (
      last > noise * nearest && moves.every((move, n) => n === 0 || move > growth * (moves[n - 1] as number))
    );
  });

/**
 * Where a divisor in a tape comes to zero, as one input or another moves over some points: at one of them, or between
 * two where it changes its sign. Numerators may be zero there too, so that it need be no pole.
 */
export function divisorZerosOf(tape: Tape): (path: string, points: readonly number[]) => number[] {
  const divisors = divisorsIn(tape.plain);
  return (path, points) => {
    const place = tape.places.get(path);
    if (place === undefined || divisors.length === 0) return [];
    const inputs = Float64Array.from(tape.base);
    const at = (value: number): Float64Array => {
      inputs[place] = value;
      return valuesOf(tape.plain, inputs);
    };
    const values = points.map(at);
    return divisors.flatMap((divisor) =>
      points.flatMap((point, n): number[] => {
        const [value, next] = [values[n]?.[divisor] as number, values[n + 1]?.[divisor]];
        if (value === 0) return [point];
        return next !== undefined && value * next < 0
          ? [rootBetween(point, points[n + 1] as number, (one) => at(one)[divisor] as number)]
          : [];
      }),
    );
  };
}

/** The values of a tape that others are divided by. */
function divisorsIn({ code }: Instructions): readonly number[] {
  const divisors = new Set<number>();
  for (let at = 0; at < code.length; at += 3)
    if (code[at] === operation.divide) divisors.add(code[at + 2] as number);
  return [...divisors];
}
