import { isFigure } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { nodesOf } from "../../numbers/working.ts";
import { financialYearOf, overlap } from "../calendar.ts";
import type { Period } from "../calendar.ts";
import { groupedBy } from "../group.ts";
import type { Open } from "./periods.ts";
import type { PointedOut } from "./overlooked.ts";
import type { Work } from "./work.ts";

/**
 * Years whose work a forecast has of a part of them, and for which posts are taken over more: each then has hours for
 * which there is no work yet, or no more, and the posts are too few.
 */
export function partYearPoints(work: readonly Work[], open: Open): readonly PointedOut[] {
  if (open.from !== undefined && open.to !== undefined) return Object.freeze([]);
  const byYear = groupedBy(work, ({ year }) => year ?? "");
  return Object.freeze([...byYear].flatMap(([year, rows]) => pointsOf(year, rows, open)));
}

function pointsOf(year: string, rows: readonly Work[], open: Open): readonly PointedOut[] {
  if (!/^\d/.test(year)) return [];
  const whole = financialYearOf(`${year.slice(0, 4)}-04-01`);
  const taken = overlap(whole, open);
  const worked = daysOfWork(rows.flatMap(volumesOf), whole);
  if (taken === undefined || worked === undefined) return [];
  const ends = (["from", "to"] as const).filter((end) =>
    end === "from" ? worked.from > taken.from : worked.to < taken.to,
  );
  if (ends.length === 0) return [];
  const give = ends.map((end) => `${end}: "${worked[end]}"`).join(" and ");
  const message = `the work of ${year} is that of ${spoken(worked)}, and posts are taken for ${spoken(taken)}: give ${give}.`;
  return [Object.freeze({ year, path: ends.join(" and "), message })];
}

const spoken = ({ from, to }: Period): string => `${from} to ${to}`;

const volumesOf = ({ referrals, starts, completions }: Work): readonly Figure[] =>
  [referrals, starts, completions].flatMap((one) => (isFigure(one) ? [one] : []));

const partOfYear = /^(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)$/;

/** The days of a year on which a forecast's volumes are referred, of which their working says each part. */
function daysOfWork(volumes: readonly Figure[], year: Period): Period | undefined {
  const parts = nodesOf(volumes).flatMap(({ about: { days = "" } }): readonly Period[] => {
    const [, from, to] = partOfYear.exec(days) ?? [];
    const part = from === undefined || to === undefined ? undefined : overlap(year, { from, to });
    return part === undefined ? [] : [part];
  });
  const [first] = parts.map(({ from }) => from).sort();
  const last = parts
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
}
