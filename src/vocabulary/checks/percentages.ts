import type { Problem } from "../../errors.ts";
import { decimalFrom, digitsOf } from "../../numbers/decimal.ts";
import { isCounts } from "../../numbers/figure.ts";
import type { Assumption } from "../assumption.ts";
import { percentMeant } from "../percentage.ts";
import { problem } from "../problems.ts";
import type { Path } from "../problems.ts";
import { centralOf } from "./assumptions.ts";

/** So much for each of something, and from how much on nobody means anything but a percentage. */
interface Rate {
  readonly from: number;
  readonly forEach: string;
}

const perPound: Rate = { from: 1, forEach: "pound" };

/** Rates that may exceed one, so that no range of theirs keeps a percentage out. */
const rates: Readonly<Record<string, Rate>> = {
  onCostPerPound: perPound,
  surplusPerPound: perPound,
  creditPerShortfall: { from: 20, forEach: "1 of shortfall" },
};

/** A percentage under the name of a rate, as it is stated or at an end of its range. */
export function percentageProblems(path: Path, value: Assumption): readonly Problem[] {
  const rate = rates[String(path.find((step) => Object.hasOwn(rates, step)))];
  if (rate === undefined) return [];
  const { low, high } = typeof value === "object" ? value : { low: undefined, high: undefined };
  const central = isCounts(value) || typeof value !== "object" ? path : [...path, "value"];
  const ends = Object.entries({ low, high }).flatMap(([name, amount]) =>
    amount === undefined ? [] : [{ at: [...path, name], amount: decimalFrom(amount) }],
  );
  return [{ at: central, amount: centralOf(value) }, ...ends]
    .filter(({ amount }) => amount.greaterThanOrEqualTo(rate.from))
    .map(({ at, amount }) =>
      problem(at, `less than ${String(rate.from)} for each ${rate.forEach}`, digitsOf(amount), {
        mend: percentMeant(amount),
      }),
    );
}
