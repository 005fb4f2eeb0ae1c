import { outOfRange } from "../errors.ts";
import { digitsOf } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";

/** What stands side by side in data, each at most the one before it. */
const orders: readonly (readonly string[])[] = [
  ["ofAll", "ours"],
  ["atMost", "atLeast"],
];

/**
 * Those who start are of the year's referrals, and of those there when a contract begins. In months, and in what comes of a
 * year, they may be of those before.
 */
const stages = ["referrals", "starts", "completions"];
const inStages = /(?:^volumes\.(?:.+\.)?(?:\d{4}\/\d\d|contract year \d+)|\.opening\.\w+)\.\w+$/;

/** Two inputs of which the second is at most the first, or less than it. */
interface Relation {
  readonly whole: string;
  readonly part: string;
  readonly isLess: boolean;
}

/** What an input must be beside others, by where it stands: part of a whole, or a band between two more. */
function relationsOf(path: string): readonly Relation[] {
  const band = /^(.*\.(?:below|above)\.)(\d+)\.beyond$/.exec(path);
  if (band !== null) {
    const [place, at] = [band[1] ?? "", Number(band[2])];
    const edge = (index: number): string => `${place}${String(index)}.beyond`;
    return [at - 1, at].map((index) => ({ whole: edge(index + 1), part: edge(index), isLess: true }));
  }
  const steps = path.split(".");
  return [...orders, ...(inStages.test(path) ? [stages] : [])].flatMap((order) => {
    const place = steps.findLastIndex((step) => order.includes(step));
    const at = order.indexOf(steps[place] ?? "");
    return order.flatMap((other, index): Relation[] => {
      if (at < 0 || index === at) return [];
      const besides = steps.map((step, here) => (here === place ? other : step)).join(".");
      const [whole, part] = index < at ? [besides, path] : [path, besides];
      return [{ whole, part, isLess: false }];
    });
  });
}

const holds = ({ isLess }: Relation, part: Decimal, whole: Decimal): boolean =>
  isLess ? part.lessThan(whole) : part.lessThanOrEqualTo(whole);

/** Refuses inputs that contradict each other once some are changed, if they did not before: more starts than referrals. */
export function refuseContradictions(
  inputs: ReadonlyMap<string, Figure>,
  changed: ReadonlyMap<string, Figure>,
): void {
  for (const relation of [...changed.keys()].flatMap(relationsOf)) {
    const { whole, part, isLess } = relation;
    const [all, some] = [inputs.get(whole), inputs.get(part)];
    if (all === undefined || some === undefined || !holds(relation, some.value, all.value)) continue;
    const [most, least] = [(changed.get(whole) ?? all).value, (changed.get(part) ?? some).value];
    if (holds(relation, least, most)) continue;
    const form = isLess ? "less than" : "at most";
    throw outOfRange(part, `${form} the ${digitsOf(most)} of ${whole}`, digitsOf(least), "Change both.");
  }
}
