import * as z from "zod/mini";
import type { Problem } from "../../errors.ts";
import { decimalFrom } from "../../numbers/decimal.ts";
import type { NumberLike } from "../../numbers/decimal.ts";
import type { CarriedDistribution } from "../distribution-kinds.ts";
import { distributionSchema } from "../distribution.ts";
import { branchesAt } from "../keys.ts";
import { folded } from "../nearest.ts";
import { problem, problemsOf } from "../problems.ts";
import type { Path } from "../problems.ts";

/** What has a low and a high, and perhaps a mode between them. */
interface Ends {
  readonly low: NumberLike;
  readonly high: NumberLike;
  readonly mode?: NumberLike;
}

/** What is wrong with ends that are out of order, or with a mode that is not between them: where, and what is due. */
export function endsFault({ low, high, mode = low }: Ends) {
  const [from, top, to] = [decimalFrom(low), decimalFrom(mode), decimalFrom(high)];
  if (from.greaterThan(to))
    return { at: ["low"], expected: `at most the high, ${String(high)}`, received: String(low) };
  if (top.lessThan(from) || top.greaterThan(to))
    return {
      at: ["mode"],
      expected: `from the low, ${String(low)}, to the high, ${String(high)}`,
      received: String(mode),
    };
  return undefined;
}

/** What others call the names of a distribution. */
const otherwiseCalled: Readonly<Record<string, string>> = {
  min: "low",
  minimum: "low",
  max: "high",
  maximum: "high",
  likely: "mode",
  mostlikely: "mode",
  peak: "mode",
  average: "mean",
  sd: "deviation",
  stdev: "deviation",
  standarddeviation: "deviation",
  sigma: "deviation",
};

/** The name that is meant by one which nobody knows, if it is known here. */
function nameMeant({ path, expected, nearest }: Problem): string | undefined {
  const meant = nearest ?? otherwiseCalled[folded(path)];
  return meant !== undefined && expected.includes(meant) ? meant : undefined;
}

/** A distribution that is not in form, or whose ends make no sense; of the rest, `simulate` asks what can be drawn. */
export function distributionProblems(path: Path, distribution: CarriedDistribution): readonly Problem[] {
  const { success, data, error } = z.safeParse(distributionSchema, distribution);
  if (!success)
    return problemsOf(error.issues, distribution, (at) => branchesAt(distributionSchema, at)).map((one) =>
      problem([...path, one.path], one.expected, one.received, { nearest: nameMeant(one) }),
    );
  const wrong = "high" in data ? endsFault(data) : undefined;
  return wrong === undefined ? [] : [problem([...path, ...wrong.at], wrong.expected, wrong.received)];
}
