import type { Dimension, Row, RowKey } from "../../model/row.ts";
import { decimalFrom, times } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { given, sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import type { Naming } from "../../vocabulary/word-names.ts";
import { bridged, labels } from "./causes.ts";
import type { Cause } from "./causes.ts";
import type { Settings } from "./options.ts";
import { keyOf } from "./pairs.ts";
import { causesOf } from "./parts.ts";
import type { RowParts } from "./parts.ts";
import { fitColumns } from "./fit.ts";
import { change, goesDown, inQuanta, mirrored, quantaIn, wholeChange } from "./quanta.ts";

/** What a bridge says of some rows together: what they came to before and after, and what each cause did to them. */
export interface BridgeTotal {
  readonly before: Figure;
  readonly after: Figure;
  /** What the parts sum to: the difference, in whole quanta. */
  readonly change: Figure;
  /** What each cause did; nothing, for one that has no part in this figure or method. */
  readonly parts: Readonly<Record<Cause, Figure>>;
}

/** A line of a bridge, with its words in the dimensions by which lines are told apart. */
export interface BridgeLine extends BridgeTotal, Readonly<Partial<RowKey>> {}

/** What some rows come to together. */
interface Summed {
  readonly before: Figure;
  readonly after: Figure;
  readonly change: Decimal;
  /** A part for each cause, as floats, in quanta. */
  readonly parts: readonly number[];
}

/** Rows of the same words, and where the first of them stands in the forecasts. */
interface Group extends Summed {
  readonly row: Row;
  readonly rank: number;
}

/** Lines and their total, made of the same quanta. */
export interface Lines {
  readonly lines: readonly BridgeLine[];
  readonly total: BridgeTotal;
}

const everything: About = Object.freeze({});

/** Figures added up under the name of what is bridged. */
const totalled = ({ of }: Settings, figures: readonly (Figure | undefined)[], about: About): Figure =>
  sum(
    bridged[of].unit as string,
    figures.filter((figure): figure is Figure => figure !== undefined),
  ).named(of, about);

function groupOf(rows: readonly RowParts[], about: About, settings: Settings): Summed {
  const { quantum } = settings;
  const before = totalled(
    settings,
    rows.map((one) => one.before),
    about,
  );
  const after = totalled(
    settings,
    rows.map((one) => one.after),
    about,
  );
  const sums = causesOf(settings).map(() => 0);
  for (const { parts } of rows)
    for (const [place, part] of parts.entries()) sums[place] = (sums[place] as number) + part;
  const scale = quantum.toNumber();
  return {
    before,
    after,
    change: change(before.value, after.value),
    parts: sums.map((part) => part / scale),
  };
}

/** Figures of whole quanta. */
type InQuanta = (name: string, quanta: number, about: About) => Figure;

function figureMaker({ of, method, quantum }: Settings): InQuanta {
  const { unit } = bridged[of];
  const source = `bridge of two forecasts: ${method} split`;
  return (name, quanta, about) => given(times(decimalFrom(quanta), quantum), unit, { name, about, source });
}

const causesInAll = Object.keys(labels) as readonly Cause[];

function partsOf(
  quantaOf: (cause: Cause) => number,
  about: About,
  figure: InQuanta,
): Readonly<Record<Cause, Figure>> {
  return Object.freeze(
    Object.fromEntries(causesInAll.map((cause) => [cause, figure(labels[cause], quantaOf(cause), about)])),
  ) as Readonly<Record<Cause, Figure>>;
}

/**
 * Rows together by their words in some dimensions. The total's change is the difference of the two totals, each
 * rounded; its parts, and the lines' changes, are brought to it by largest remainder, and the parts of each line to
 * the line's. So whatever is added up, down a column or along a line, comes to what stands there.
 */
export function linesOf(
  rows: readonly RowParts[],
  by: readonly Dimension[],
  settings: Settings,
  nameOf: Naming,
): Lines {
  const groups = groupsOf(rows, by, settings, nameOf);
  const figure = figureMaker(settings);
  const causes = causesOf(settings);
  const all = groupOf(rows, everything, settings);
  const whole = wholeChange(all.before.value, all.after.value, settings.quantum);
  const changes = inQuanta(
    whole,
    groups.map((group) => quantaIn(group.change, settings.quantum)),
  );
  const cells = cellsOf(groups, changes, all, whole);
  const totalOf = (group: Summed, change: number, quanta: readonly number[]): BridgeTotal => ({
    before: group.before,
    after: group.after,
    change: figure("change", change, group.before.about),
    parts: partsOf((cause) => quanta[causes.indexOf(cause)] ?? 0, group.before.about, figure),
  });
  const lines = groups.map((group, place): BridgeLine => {
    const words = Object.fromEntries(by.map((dimension) => [dimension, group.row[dimension]]));
    const total = totalOf(group, changes[place] as number, cells[place] as readonly number[]);
    return Object.freeze({ ...words, ...total });
  });
  const sums = causes.map((_, column) => cells.reduce((sum, line) => sum + (line[column] as number), 0));
  return {
    lines: Object.freeze(inOrder(lines, groups)),
    total: Object.freeze(totalOf(all, whole, sums)),
  };
}

/**
 * The parts of each line in whole quanta, so that lines sum to their changes and causes to their parts of the whole.
 */
function cellsOf(
  groups: readonly Group[],
  changes: readonly number[],
  all: Summed,
  whole: number,
): readonly (readonly number[])[] {
  const falls = goesDown(whole, all.parts);
  const upwards = (numbers: readonly number[]): readonly number[] => (falls ? mirrored(numbers) : numbers);
  const exact = groups.map(({ parts }) => upwards(parts));
  const rounded = groups.map(({ parts }, place) => [...upwards(inQuanta(changes[place] as number, parts))]);
  fitColumns({ whole: rounded, exact }, upwards(inQuanta(whole, all.parts)));
  return rounded.map(upwards);
}

/** Lines in the order of the forecasts' rows, from that in which they were rounded. */
const inOrder = (lines: readonly BridgeLine[], groups: readonly Group[]): readonly BridgeLine[] =>
  [...groups.keys()]
    .sort((a, b) => (groups[a] as Group).rank - (groups[b] as Group).rank)
    .map((place) => lines[place] as BridgeLine);

/** The rows in groups of the same words, in an order that does not depend on which forecast comes first. */
function groupsOf(
  rows: readonly RowParts[],
  by: readonly Dimension[],
  settings: Settings,
  nameOf: Naming,
): readonly Group[] {
  const groups = new Map<string, [RowParts, ...RowParts[]]>();
  for (const one of rows) {
    const key = keyOf(one.row, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].map((group) => {
    const { row } = group[0];
    const about = Object.freeze(
      Object.fromEntries(by.map((dimension) => [dimension, nameOf(dimension, row[dimension])])),
    );
    const rank = group.reduce((least, one) => Math.min(least, one.rank), Infinity);
    return { row, rank, ...groupOf(group, about, settings) };
  });
}
