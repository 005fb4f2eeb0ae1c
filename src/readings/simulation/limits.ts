import type { Problem } from "../../errors.ts";
import { decimalFrom } from "../../numbers/decimal.ts";
import type { Figure } from "../../numbers/figure.ts";
import { boundOf, percentageFrom, rangeOf } from "../ranges.ts";
import { percentMeant } from "../../vocabulary/percentage.ts";
import { ranges } from "../../vocabulary/slots.ts";
import type { Range } from "../../vocabulary/slots.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import type { DistributionKind } from "../../vocabulary/distribution-kinds.ts";
import type { Drawn } from "./drawn.ts";

/** The limits within which an input makes sense, in floats and in words. */
type Limits = readonly [least: number, most: number, form: string, ...unknown[]];

const limits: Readonly<Record<Range, Limits>> = {
  share: [0, 1, ranges.share],
  "zero or more": [0, Infinity, ranges["zero or more"]],
  "above zero": [0, Infinity, ranges["above zero"]],
  "one or more": [1, Infinity, ranges["one or more"]],
};

/** The limits of an input: those of its range first. */
function limitsOf(input: Figure): readonly Limits[] {
  const range = rangeOf(input);
  return [range && limits[range], boundOf(input)].filter((one) => one !== undefined);
}

/** The kinds that can be cut off. */
const cuttable: ReadonlySet<DistributionKind> = new Set(["normal", "lognormal", "stated"]);

/** The limits of an input, as a distribution that is cut off there states them. */
export function cutToRange(input: Figure): { readonly from?: number; readonly to?: number } {
  const all = limitsOf(input);
  const from = Math.max(...all.map(([least]) => least));
  const to = Math.min(...all.map(([, most]) => most));
  return { ...(from === -Infinity ? {} : { from }), ...(to === Infinity ? {} : { to }) };
}

/** The problem of draws that lie outside the range in which their input makes sense. */
export function rangeProblems(input: Figure, drawn: Drawn, path: Path, kind: DistributionKind): Problem[] {
  const percentage = percentageProblems(input, drawn, path);
  if (percentage.length > 0) return percentage;
  return limitsOf(input)
    .flatMap((one) => limitProblems(one, drawn, path, kind))
    .slice(0, 1);
}

function limitProblems(
  [least, most, form]: Limits,
  drawn: Drawn,
  path: Path,
  kind: DistributionKind,
): Problem[] {
  const below = drawn.least < least || (form.startsWith("above") && drawn.inSteps && drawn.least === least);
  const above = drawn.most > most;
  if (!below && !above) return [];
  const ways = [
    ...(below ? [drawn.least === -Infinity ? "without end below" : `down to ${String(drawn.least)}`] : []),
    ...(above ? [drawn.most === Infinity ? "without end above" : `up to ${String(drawn.most)}`] : []),
  ];
  const cut = `Cut it off with ${[below ? `from: ${String(least)}` : "", above ? `to: ${String(most)}` : ""].filter(Boolean).join(", ")}.`;
  const mend = arePercentages(drawn, most)
    ? percentMeant(decimalFrom(drawn.most))
    : cuttable.has(kind) && cut;
  return [
    problem(path, `draws that are ${form}`, `draws ${ways.join(" and ")}`, mend === false ? {} : { mend }),
  ];
}

/** The problem of draws that are percentages: up to where they end, or that half of them are above. */
function percentageProblems(input: Figure, { most, quantile }: Drawn, path: Path): Problem[] {
  const from = percentageFrom(input);
  const reached = most === Infinity ? quantile(0.5) : most;
  if (from === undefined || reached < from) return [];
  const mend = percentMeant(decimalFrom(reached), "give");
  return [
    problem(
      path,
      `draws below ${String(from)}`,
      `draws ${most === Infinity ? "about" : "up to"} ${String(reached)}`,
      { mend },
    ),
  ];
}
/** Whether draws of what is at most one seem to be percentages: from 1 to 100. */
const arePercentages = (drawn: Drawn, most: number): boolean =>
  most === 1 && drawn.least >= 1 && drawn.most <= 100;
