import { ModelError, outOfRange } from "../errors.ts";
import { decimalFrom, describe, digitsOf } from "../numbers/decimal.ts";
import type { NumberLike } from "../numbers/decimal.ts";
import { given, isCounts, sum } from "../numbers/figure.ts";
import type { Counts, Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";
import { holdsOthers, inShape, nodesOf } from "../numbers/working.ts";
import type { Figures } from "../numbers/working.ts";
import { refuseAbsent, refuseMixed } from "./absences.ts";
import { inputAt, inputsAmong, pathOf } from "./inputs.ts";
import { heldTo } from "./held.ts";
import { rangeOf, refuseOutside, refusePercentage } from "./ranges.ts";
import { contradiction, isNoLonger, notAsHeld } from "./refusals.ts";
import { relationsAmong } from "./relations.ts";

/** Other values for inputs, by path: a number, or the counts behind a rate. */
export type InputChanges = Readonly<Record<string, NumberLike | Counts>>;

/**
 * The same figures with other values for some of their inputs: exact, with their working, in the shape in which they
 * came. What rests on no changed input is the same figure as before.
 *
 * A changed input keeps its name, its unit and its path. Its source, range, date and quality belonged to the value it
 * had, and go; its note says which value that was. Dates, rules and shapes are no numbers of a sum: a scenario changes
 * them, and forecasts again. One share of a complexity mix follows from the others, and is no input: the rest, or the last
 * that states no range. Others that come to more than one are refused.
 *
 * @param figures - one figure, or several in a list or by name
 * @param changes - other values, by path
 * @throws ModelError `unknown-word` for a path that no input has, naming the near ones; `structural-input` for a date, a
 * rule or a shape; `out-of-range` for a share that is none, a number its input cannot be, and numbers that contradict each
 * other, as more starts than referrals; `not-a-number`;
 * `division-by-zero` where a divisor becomes zero; `ambiguous-input` where the figures are of two plans.
 *
 * @example
 * ```ts
 * import { given, starts } from "volumes-and-values";
 * import { whatIf } from "volumes-and-values/readings";
 *
 * const startRate = given("0.62", "starts/referrals", { name: "startRate", path: "services.ete.startRate" });
 * const attended = starts({ referrals: 1200, startRate });
 * whatIf(attended, { "services.ete.startRate": "0.7" }); // => Figure 840 starts
 * whatIf(attended, { "services.ete.strtRate": "0.7" });
 * // throws: services.ete.strtRate is no input of these figures. Did you mean services.ete.startRate?
 * ```
 */
export function whatIf<U extends Unit>(figures: Figure<U>, changes: InputChanges): Figure<U>;
export function whatIf<U extends Unit>(figures: readonly Figure<U>[], changes: InputChanges): Figure<U>[];
export function whatIf<F extends Readonly<Record<string, Figure>>>(
  figures: F,
  changes: InputChanges,
): { -readonly [K in keyof F]: F[K] };
export function whatIf(figures: Figures, changes: InputChanges): Figures {
  refuseAbsent(figures, "change");
  refuseMixed(figures);
  if (!holdsOthers(changes)) throw noChanges(describe(changes));
  inShape("whatIf", figures, () => undefined);
  const nodes = nodesOf(figures);
  const inputs = inputsAmong(nodes);
  const changed = new Map<string, Figure>();
  for (const [path, value] of Object.entries(changes)) {
    const input = inputAt(inputs, path);
    const other = withValue(input, path, value);
    if (!other.value.equals(input.value)) changed.set(path, other);
  }
  if (changed.size > 0) refuseContradictions(inputs, changed);
  const rebuilt = rebuiltFrom(nodes, changed);
  return inShape("whatIf", figures, (figure) => rebuilt.get(figure) ?? figure);
}

const noChanges = (received: string): ModelError<"wrong-inputs"> =>
  new ModelError("wrong-inputs", `whatIf takes changes as { path: value }; received ${received}.`, {
    figure: "whatIf",
    missing: ["changes"],
    unknown: [],
  });

/** An input with another value, which nobody vouches for. */
function withValue(input: Figure, path: string, value: NumberLike | Counts): Figure {
  const { name = path, about, unit } = input;
  refuseNoNumber(input, path, value);
  const note = `what if; ${digitsOf(input.value)} before`;
  const other = given(value, unit, { name, about, path, note });
  refusePercentage(input, path, other.value);
  refuseOutside(input, path, other.value);
  return other;
}

/** Refuses what is no number, and counts that make no rate, by the path of the input. */
function refuseNoNumber(input: Figure, path: string, value: NumberLike | Counts): void {
  if (!isCounts(value)) {
    decimalFrom(value, path);
    return;
  }
  const [count, of] = [decimalFrom(value.count, `${path}.count`), decimalFrom(value.of, `${path}.of`)];
  if (of.isZero())
    throw new ModelError(
      "division-by-zero",
      `${path}.of is above zero, as a number that is counted of; received 0.`,
      {
        divisor: `${path}.of`,
      },
    );
  if (rangeOf(input) === "share" && count.greaterThan(of))
    throw outOfRange(`${path}.count`, `at most the ${digitsOf(of)} it is counted of`, digitsOf(count));
}

/** Refuses inputs that contradict each other once some are changed, if they did not before: more starts than referrals. */
function refuseContradictions(
  inputs: ReadonlyMap<string, Figure>,
  changed: ReadonlyMap<string, Figure>,
): void {
  const relations = relationsAmong(inputs);
  const rebuilt = rebuiltFrom(nodesOf(relations.map(({ figure }) => figure)), changed);
  for (const relation of relations) {
    const moved = rebuilt.get(relation.figure);
    if (moved !== undefined && isNoLonger(relation.held, relation.figure, moved))
      throw contradiction(relation, moved);
  }
}

/** The figures that rest on changed inputs, made again of what they are made of, each once. */
function rebuiltFrom(
  nodes: readonly Figure[],
  changed: ReadonlyMap<string, Figure>,
): ReadonlyMap<Figure, Figure> {
  const rebuilt = new Map<Figure, Figure>();
  if (changed.size === 0) return rebuilt;
  for (const figure of nodes) {
    const path = pathOf(figure);
    const input = path === undefined ? undefined : changed.get(path);
    if (input !== undefined) rebuilt.set(figure, input);
    else if (figure.operands.some((operand) => rebuilt.has(operand)))
      rebuilt.set(
        figure,
        rebuiltOf(
          figure,
          figure.operands.map((operand) => rebuilt.get(operand) ?? operand),
        ),
      );
  }
  return rebuilt;
}

/** A figure made again of other operands, under its name. */
function rebuiltOf(figure: Figure, of: readonly Figure[]): Figure {
  const made = madeOf(figure, of);
  const { name, about, source, operation } = figure;
  const named =
    name === undefined && operation.kind !== "same" ? made : made.named(name ?? "", about, source);
  const held = heldTo(figure);
  if (held !== undefined && isNoLonger(held, figure, named)) throw notAsHeld(figure.name ?? "", named.value);
  return named;
}

function madeOf({ operation, unit }: Figure, of: readonly Figure[]): Figure {
  const [a, b, c] = of as [Figure, Figure, Figure];
  switch (operation.kind) {
    case "given":
    case "constant":
    case "same":
      return a;
    case "sum":
      return sum(unit, of);
    case "minus":
      return a.minus(b);
    case "times":
      return a.times(b);
    case "dividedBy":
      return a.dividedBy(b);
    case "min":
      return a.min(b);
    case "max":
      return a.max(b);
    case "clampedTo":
      return a.clampedTo(b, c);
    case "rest":
      return a.rest;
    case "rounded":
      return a.rounded(operation);
  }
}
