import { absent } from "../absent.ts";
import type { Maybe } from "../absent.ts";
import { distinctPeople } from "../formulas/caseload.ts";
import { impliedCostPerStart } from "../formulas/implied-unit-cost.ts";
import { isZero } from "../numbers/exact.ts";
import { sum } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";
import type { MobilisationRow } from "./mobilisation.ts";
import type { Row, Volumes } from "./row.ts";

/** Many rows together. What does not add is absent, with the reason. */
export interface Total extends Volumes {
  /** How many rows it is the total of. */
  readonly rows: number;
  /** People eligible at a date: absent over several services or years, where one person would count twice. */
  readonly eligible: Maybe<"people">;
  readonly unknown: Maybe<"people">;
  /** Value over starts: unit costs never add. */
  readonly unitCost: Maybe<"GBP/starts">;
  /** The mobilisation of the lots, where the total is of whole lots. */
  readonly mobilisation: Maybe<"GBP">;
}

const units = {
  referralsMade: "referrals",
  referrals: "referrals",
  starts: "starts",
  completions: "completions",
  indicativeValue: "GBP",
  referralsIfUnknownAdmitted: "referrals",
  startsIfUnknownAdmitted: "starts",
} as const;
const added = Object.keys(units) as readonly (keyof typeof units)[];

/** Figures added up under a name, one alone too: a total is called the same whatever it is the total of. */
const totalled = <U extends Unit>(
  unit: U,
  figures: readonly Figure<U>[],
  name: string,
  about: About,
): Figure<U> => sum(unit, figures).named(name, about);

/** Dimensions over which people must not be added, with the reason. */
const neverOver = {
  year: "a caseload is a stock: the same people are there at the next date",
  service: "one person may be sent to several services, and would be counted once in each",
} as const;

/** Why the people of these rows do not add, if they do not. */
function overlapOf(rows: readonly Row[]): keyof typeof neverOver | undefined {
  const several = (over: keyof typeof neverOver): boolean => new Set(rows.map((row) => row[over])).size > 1;
  return (["year", "service"] as const).find(several);
}

/** How many services one person is in: what lets people be added over services. */
export interface Overlap {
  readonly servicesPerPerson: Figure<"ratio">;
}

function peopleIn(
  rows: readonly Row[],
  name: "eligible" | "unknown",
  about: About,
  overlap: Overlap | undefined,
): Maybe<"people"> {
  const clash = overlapOf(rows);
  const whole = (): Figure<"people"> =>
    totalled(
      "people",
      rows.map((row) => row[name]),
      name,
      about,
    );
  if (clash === undefined) return whole();
  if (clash === "service" && overlap !== undefined)
    return distinctPeople({ peopleOverServices: whole(), ...overlap }, about);
  const mend =
    clash === "year" ? "ask for one year" : "ask for one, or say how many services one person is in";
  return absent(`people do not add over ${clash}s: ${neverOver[clash]}; ${mend}`);
}

/** The unmet of some rows: what is lost adds over years; what waits at a year's end is carried, so the last year's counts. */
function unmetIn(rows: readonly Row[], about: About): Figure<"referrals"> {
  const last = new Map<string, Row>();
  const keyOf = ({ lot, area, service, complexity }: Row): string =>
    JSON.stringify([lot, area, service, complexity]);
  for (const row of rows) if (row.unmetBecomes === "carried forward") last.set(keyOf(row), row);
  const counted = rows.filter((row) => row.unmetBecomes === "lost" || last.get(keyOf(row)) === row);
  return totalled(
    "referrals",
    counted.map(({ unmet }) => unmet),
    "unmet",
    about,
  );
}

/** The total of some rows, and of the mobilisation that belongs to them. */
export function totalOf(
  rows: readonly Row[],
  mobilisation: readonly MobilisationRow[] | string,
  about: About,
  prices: About,
  overlap?: Overlap,
): Total {
  const ofMoney = { ...about, ...prices };
  const sums = Object.fromEntries(
    added.map((name) => [
      name,
      totalled(
        units[name] as Unit,
        rows.map((row): Figure => row[name]),
        name,
        units[name] === "GBP" ? ofMoney : about,
      ),
    ]),
  ) as unknown as Pick<Volumes, (typeof added)[number]>;
  const { indicativeValue, starts } = sums;
  return Object.freeze({
    rows: rows.length,
    ...sums,
    unmet: unmetIn(rows, about),
    eligible: peopleIn(rows, "eligible", about, overlap),
    unknown: peopleIn(rows, "unknown", about, overlap),
    unitCost: isZero(starts)
      ? absent("nobody starts, so there is no cost of a start")
      : impliedCostPerStart({ indicativeValue, starts }, ofMoney),
    mobilisation: mobilisationIn(mobilisation, ofMoney),
  });
}

function mobilisationIn(rows: readonly MobilisationRow[] | string, about: About): Maybe<"GBP"> {
  if (typeof rows === "string") return absent(rows);
  const stated = rows.flatMap(({ mobilisation }) => ("absent" in mobilisation ? [] : [mobilisation]));
  const missing = rows.length - stated.length;
  if (missing > 0)
    return absent(`${String(missing)} of ${String(rows.length)} lots state no mobilisation cost`);
  return totalled("GBP", stated, "mobilisation", about);
}
