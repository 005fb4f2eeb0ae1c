import type { AssumptionBy, Counts } from "volumes-and-values";
import type { Arithmetic } from "./arithmetic.ts";

/** A number, or one for each word of an attribute, read from the plan once. */
export type Rate<N> =
  | { readonly value: N }
  | {
      readonly by: string;
      readonly values: ReadonlyMap<string, Rate<N>>;
      readonly otherwise: Rate<N> | undefined;
    };

/** What is known of some people, or of a row. */
export type Known = Readonly<Record<string, string | undefined>>;

export function rateOf<N>(assumption: AssumptionBy, numbers: Arithmetic<N>): Rate<N> {
  if (typeof assumption !== "object") return { value: numbers.from(assumption) };
  if ("values" in assumption) {
    return {
      by: assumption.by,
      values: new Map(Object.entries(assumption.values).map(([word, one]) => [word, rateOf(one, numbers)])),
      otherwise: assumption.otherwise === undefined ? undefined : rateOf(assumption.otherwise, numbers),
    };
  }
  if ("count" in assumption) return { value: shareOf(assumption, numbers) };
  return { value: numbers.from(assumption.value) };
}

const shareOf = <N>({ count, of }: Counts, { dividedBy, from }: Arithmetic<N>): N =>
  dividedBy(from(String(count)), from(String(of)));

/** The number that holds for people, or a row, of whom so much is known. */
export function chosen<N>(rate: Rate<N>, known: Known): N {
  if ("value" in rate) return rate.value;
  const word = known[rate.by];
  const one = (word === undefined ? undefined : rate.values.get(word)) ?? rate.otherwise;
  if (one === undefined) throw new Error(`no value for the ${rate.by} ${String(word)}`);
  return chosen(one, known);
}
