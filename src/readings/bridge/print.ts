import type { Decimal } from "../../numbers/decimal.ts";
import { decimalFrom, minus, plus, times, zero } from "../../numbers/decimal.ts";
import { given } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { grouped } from "../../numbers/print.ts";
import type { TableRow } from "../../model/forecast.ts";
import type { Dimension } from "../../model/row.ts";
import { labels } from "./causes.ts";
import type { Cause } from "./causes.ts";
import type { BridgeLine, BridgeTotal, Lines } from "./lines.ts";
import { inQuanta, quantaIn, wholeQuantaIn } from "./quanta.ts";

/** A step of a waterfall chart: a bar from one height to another. */
export interface WaterfallStep {
  readonly label: string;
  readonly from: Figure;
  readonly to: Figure;
  readonly change: Figure;
}

/** The causes that did something somewhere: scope, where rows went or came, though they may come to the same. */
export const moved = (
  causes: readonly Cause[],
  { lines, total }: Lines,
  isScopeMoved: boolean,
): readonly Cause[] =>
  causes.filter(
    (cause) =>
      (cause === "scope" && isScopeMoved) ||
      [total, ...lines].some(({ parts }) => !parts[cause].value.isZero()),
  );

/** The decimal places of a quantum. */
const placesOf = (quantum: Decimal): number => quantum.decimalPlaces();

/**
 * Lines and their total as text. What the lines came to before is rounded so that it sums to the total before, and
 * what they came to after is that and the change, so that every column and every line adds up.
 */
export function tableOf(
  made: Lines,
  by: readonly Dimension[],
  shown: readonly Cause[],
  quantum: Decimal,
): readonly TableRow[] {
  const { lines, total } = made;
  const places = placesOf(quantum);
  const befores = inQuanta(
    wholeQuantaIn(total.before.value, quantum),
    lines.map(({ before }) => quantaIn(before.value, quantum)),
  );
  const row = (words: TableRow, line: BridgeTotal, quanta: number): TableRow => {
    const before = times(decimalFrom(quanta), quantum);
    return {
      ...words,
      before: grouped(before, places),
      ...Object.fromEntries(shown.map((cause) => [labels[cause], grouped(line.parts[cause].value, places)])),
      after: grouped(plus(before, line.change.value), places),
      change: grouped(line.change.value, places),
    };
  };
  const wordsOf = ({ before }: BridgeLine): TableRow =>
    Object.fromEntries(by.map((dimension) => [dimension, before.about[dimension] ?? ""]));
  const rows = lines.map((line, place) => row(wordsOf(line), line, befores[place] as number));
  const [first, ...others] = by;
  if (first === undefined) return rows;
  const all = Object.fromEntries([[first, "total"], ...others.map((one) => [one, ""])]) as TableRow;
  return [...rows, row(all, total, wholeQuantaIn(total.before.value, quantum))];
}

/** The steps from what it was to what it is, cause by cause. */
export function waterfallOf(
  total: BridgeTotal,
  shown: readonly Cause[],
  quantum: Decimal,
): readonly WaterfallStep[] {
  const { unit, source } = total.change;
  const said = source === undefined ? {} : { source };
  const step = (label: string, from: Decimal, to: Decimal): WaterfallStep => {
    const figure = (name: string, value: Decimal): Figure => given(value, unit, { name, ...said });
    return Object.freeze({
      label,
      from: figure("from", from),
      to: figure("to", to),
      change: figure(label, minus(to, from)),
    });
  };
  let height = times(decimalFrom(wholeQuantaIn(total.before.value, quantum)), quantum);
  const first = step("before", zero, height);
  const steps = shown.map((cause) => {
    const from = height;
    height = plus(height, total.parts[cause].value);
    return step(labels[cause], from, height);
  });
  return Object.freeze([first, ...steps, step("after", zero, height)]);
}
