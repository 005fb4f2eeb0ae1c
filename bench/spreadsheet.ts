import { tapeOf } from "../src/readings/tape.ts";
import { replay } from "../src/readings/replay.ts";
import type { Figure } from "volumes-and-values";
import { nationalTotal } from "./national-total.ts";
import { rivalModule, rivalVersion } from "./rivals.ts";
import { sheetOf } from "./sheet.ts";
import type { Content, Place } from "./sheet.ts";
import { sideBySide, timeColumns } from "./stopwatch.ts";
import type { SelfTimed, Timing } from "./stopwatch.ts";

const rounds = 15;
/** As many replays in a row are timed together: one is too short for a clock. */
const replays = 20;
const tolerance = 1e-9;

/** Of HyperFormula what is used. */
interface Engine {
  readonly buildFromArray: (rows: readonly (readonly (Content | null)[])[], options: object) => Workbook;
}
interface Workbook {
  readonly setCellContents: (at: Address, content: Content) => unknown;
  readonly getCellValue: (at: Address) => unknown;
}
interface Address {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
}

const addressOf = ({ row, column }: Place): Address => ({ sheet: 0, row, col: column });

/** Inputs that are changed: one on which nearly everything rests, and one of a single service. */
const changed = ["turnover.values.community", "services.ete.takeUpShare"];

/** One what-if over the national total, beside a spreadsheet with the same sums. Returns what disagrees. */
export async function compareSpreadsheet(): Promise<readonly string[]> {
  const module = (await rivalModule("hyperformula")) as { readonly HyperFormula: Engine } | undefined;
  if (module === undefined) return [];
  const total = nationalTotal().value;
  const { columns, inputs, total: place } = sheetOf(total);
  const rowCount = Math.max(...columns.map((column) => column.length));
  const cells = [...Array(rowCount).keys()].map((row) => columns.map((column) => column[row] ?? null));
  const workbook = module.HyperFormula.buildFromArray(cells, { licenseKey: "gpl-v3", smartRounding: false });
  const recalculated = (path: string, value: number): number => {
    workbook.setCellContents(addressOf(inputs.get(path) as Place), value);
    return workbook.getCellValue(addressOf(place)) as number;
  };
  console.log(
    `\nOne what-if over the national total: a spreadsheet of ${cells
      .flat()
      .filter((cell) => cell !== null)
      .length.toLocaleString("en-GB")} cells recalculated, ${rounds} rounds`,
  );
  const engine = `HyperFormula ${rivalVersion("hyperformula")}`;
  const compared = [];
  for (const path of changed) compared.push(...(await compareChange(total, path, engine, recalculated)));
  return compared;
}

async function compareChange(
  total: Figure,
  path: string,
  engine: string,
  recalculated: (path: string, value: number) => number,
): Promise<readonly string[]> {
  const tape = tapeOf(total);
  const place = tape.places.get(path) as number;
  const base = tape.base[place] as number;
  const replayed = (value: number): number => replay(tape, tape.base.with(place, value))[0] as number;
  const timings = await sideBySide(
    [
      timedEach("one replay of the tape", base, replays, replayed),
      timedEach(engine, base, 1, (value) => recalculated(path, value)),
    ],
    rounds,
  );
  recalculated(path, base);
  const [ours, theirs] = timings as [Timing<number>, Timing<number>];
  console.log(`${path} changed:`);
  console.table(
    timings.map((timing) => ({
      "": timing.name,
      "value, GBP": timing.answer.toFixed(4),
      ...timeColumns(timing, ours),
    })),
  );
  console.log("Meant: the replay at least 50 times faster.");
  return Math.abs(ours.answer - theirs.answer) <= tolerance * Math.abs(ours.answer)
    ? []
    : [`${path} changed, ${theirs.name}: ${theirs.answer} and ${ours.answer}`];
}

/** One change, timed as the mean of several; each time to another value, so that there is something to work out. */
function timedEach(
  name: string,
  base: number,
  times: number,
  change: (value: number) => number,
): SelfTimed<number> {
  let step = 0;
  return {
    name,
    runTimed: () => {
      const values = [...Array(times).keys()].map(() => base * (1 + (++step % 100) / 1000));
      const start = performance.now();
      const answers = values.map(change);
      const took = (performance.now() - start) / times;
      return { took, read: () => answers[0] as number };
    },
  };
}
