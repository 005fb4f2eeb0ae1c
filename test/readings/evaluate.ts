import type { Step } from "volumes-and-values/readings";
import type { Fraction } from "../numbers/fraction.ts";
import {
  add,
  divide,
  exactly,
  fraction,
  largerOf,
  multiply,
  rounded,
  smallerOf,
  subtract,
} from "../numbers/fraction.ts";

type Modes = Parameters<typeof rounded>[2];

/**
 * The number that the text of a sum comes to, in exact fractions: what a reader with a calculator would do, who knows
 * + − × ÷, brackets, a few words, and that [2] stands for the second step.
 */
export function evaluated(text: string, pointed: (id: number) => Fraction): Fraction {
  let rest = text;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = new RegExp(`^(?:${pattern.source})`).exec(rest);
    if (match === null) return undefined;
    rest = rest.slice(match[0].length);
    return match;
  };
  const due = (pattern: RegExp): void => {
    if (take(pattern) === undefined) throw new Error(`${pattern.source} is due at ${rest}, in ${text}.`);
  };

  function phrase(): Fraction {
    let value = compared();
    for (;;) {
      if (take(/, at least /) !== undefined) {
        const low = addition();
        due(/ and at most /);
        value = largerOf(low, smallerOf(value, addition()));
      }
      const rounding = take(/, rounded (half even|half up|up|down) to (?:whole numbers|(\d+) places?)/);
      if (rounding === undefined) return value;
      value = rounded(value, Number(rounding[2] ?? 0), rounding[1] as Modes);
    }
  }

  function compared(): Fraction {
    const which = take(/the (smaller|larger) of /)?.[1];
    if (which === undefined) return addition();
    const first = addition();
    due(/ and /);
    return which === "smaller" ? smallerOf(first, addition()) : largerOf(first, addition());
  }

  function addition(): Fraction {
    let value = product();
    for (;;) {
      if (take(/ \+ /) !== undefined) value = add(value, product());
      else if (take(/ − /) !== undefined) value = subtract(value, product());
      else return value;
    }
  }

  function product(): Fraction {
    let value = factor();
    for (;;) {
      if (take(/ × /) !== undefined) value = multiply(value, factor());
      else if (take(/ ÷ /) !== undefined) value = divide(value, factor());
      else return value;
    }
  }

  function factor(): Fraction {
    if (take(/\(/) !== undefined) {
      const value = phrase();
      due(/\)/);
      return value;
    }
    if (take(/the sum of nothing/) !== undefined) return fraction(0n);
    const step = take(/\[(\d+)\]/);
    if (step !== undefined) return pointed(Number(step[1]));
    const more = take(/\d+ more that come to (-?\d+(?:\.\d+)?)/);
    const number = more ?? take(/(-?\d+(?:\.\d+)?)/);
    if (number === undefined) throw new Error(`A number is due at ${rest}, in ${text}.`);
    return exactly(number[1] as string);
  }

  const value = phrase();
  if (rest !== "") throw new Error(`Nothing is due at ${rest}, in ${text}.`);
  return value;
}

/** Every step of an explanation computed again: sums from what they point at, and inputs as they were given. */
export function recomputed(steps: readonly Step[]): readonly Fraction[] {
  const known = new Map<number, Fraction>();
  const pointed = (id: number): Fraction => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const step = steps[id - 1] as Step;
    const value = step.sum === undefined ? exactly(step.value) : evaluated(step.sum, pointed);
    known.set(id, value);
    return value;
  };
  return steps.map(({ id }) => pointed(id));
}
