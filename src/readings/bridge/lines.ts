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
import { change, inQuanta, quantaIn, wholeChange } from "./quanta.ts";

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

/** Rows that go together, and what they come to. */
interface Group {
  readonly row: Row;
  readonly rank: number;
  readonly before: Figure;
  readonly after: Figure;
  readonly change: Decimal;
  /** A part for each cause, as floats, in quanta. */
  readonly parts: readonly number[];
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

function groupOf(rows: readonly [RowParts, ...RowParts[]], about: About, settings: Settings): Group {
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
    row: rows[0].row,
    rank: rows.reduce((least, { rank }) => Math.min(least, rank), Infinity),
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
 * Rows together by their words in some dimensions. The total's change is the difference of the two totals, each rounded; the
 * lines' changes are brought to it by largest remainder, and the parts of each line to the line's. So whatever is added up,
 * down a column or along a line, comes to what stands there.
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
  const before = totalled(
    settings,
    rows.map((one) => one.before),
    everything,
  );
  const after = totalled(
    settings,
    rows.map((one) => one.after),
    everything,
  );
  const whole = wholeChange(before.value, after.value, settings.quantum);
  const changes = inQuanta(
    whole,
    groups.map((group) => quantaIn(group.change, settings.quantum)),
  );
  const sums = new Map<Cause, number>();
  const lines = groups.map((group, place): BridgeLine => {
    const quanta = inQuanta(changes[place] as number, group.parts);
    for (const [index, cause] of causes.entries())
      sums.set(cause, (sums.get(cause) ?? 0) + (quanta[index] as number));
    const { about } = group.before;
    return Object.freeze({
      ...Object.fromEntries(by.map((dimension) => [dimension, group.row[dimension]])),
      before: group.before,
      after: group.after,
      change: figure("change", changes[place] as number, about),
      parts: partsOf((cause) => quanta[causes.indexOf(cause)] ?? 0, about, figure),
    });
  });
  const total = Object.freeze({
    before,
    after,
    change: figure("change", whole, everything),
    parts: partsOf((cause) => sums.get(cause) ?? 0, everything, figure),
  });
  return { lines: Object.freeze(inOrder(lines, groups)), total };
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
    return groupOf(group, about, settings);
  });
}
