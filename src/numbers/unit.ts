/**
 * A unit is a measure (`starts`), a quotient of two (`GBP/starts`, `starts/month`) or `ratio`.
 * Any word can be a measure: this room knows none of them.
 */
export type Unit = string;

type Above<U extends Unit> = U extends `${infer N}/${string}` ? N : U;
type Below<U extends Unit> = U extends `${string}/${infer D}` ? D : "ratio";
type Cancelled<N, D> = N extends D ? ["ratio", "ratio"] : [N, D];
type Joined<A, B> = A extends "ratio" ? B : B extends "ratio" ? A : `${A & string} × ${B & string}`;
type Reduced<N, D> = D extends "ratio" ? N & string : `${N & string}/${D & string}`;
type Inverse<U extends Unit> = Reduced<Below<U>, Above<U>>;

/** The unit of a product: `referrals` × `starts/referrals` is `starts`. */
export type Times<A extends Unit, B extends Unit> = string extends A | B
  ? string
  : [...Cancelled<Above<A>, Below<B>>, ...Cancelled<Above<B>, Below<A>>] extends [
        infer NA,
        infer DB,
        infer NB,
        infer DA,
      ]
    ? Reduced<Joined<NA, NB>, Joined<DA, DB>>
    : never;

/** The unit of a quotient: `GBP` ÷ `starts` is `GBP/starts`. */
export type DividedBy<A extends Unit, B extends Unit> = string extends A | B ? string : Times<A, Inverse<B>>;

/** The measures above and below the line. */
type Parts = readonly [above: readonly string[], below: readonly string[]];

const words = (text: string): string[] => text.split(" × ").filter((word) => word !== "ratio");

function partsOf(unit: Unit): Parts {
  const [above = "", below = "ratio"] = unit.split("/");
  return [words(above), words(below)];
}

/** What is left of the first list when each word of the second has taken away one like it. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return list.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const joined = (list: readonly string[]): string => [...list].sort().join(" × ") || "ratio";

function reduced([above, below]: Parts): Unit {
  const denominator = without(below, above);
  const numerator = joined(without(above, below));
  return denominator.length === 0 ? numerator : `${numerator}/${joined(denominator)}`;
}

/** Products met so far: a memory of answers, which it cannot change. */
const products = new Map<Unit, Map<Unit, Unit>>();

export function unitOfProduct(a: Unit, b: Unit): Unit {
  let row = products.get(a);
  if (row === undefined) products.set(a, (row = new Map<Unit, Unit>()));
  let made = row.get(b);
  if (made === undefined) {
    const [[above, below], [over, under]] = [partsOf(a), partsOf(b)];
    made = reduced([
      [...above, ...over],
      [...below, ...under],
    ]);
    row.set(b, made);
  }
  return made;
}

export function unitOfQuotient(a: Unit, b: Unit): Unit {
  const [above = "", below = "ratio"] = b.split("/");
  return unitOfProduct(a, `${below}/${above}`);
}

const plainUnit = /^[A-Za-z][\w-]*(\/[A-Za-z][\w-]*)?$/;

/** Whether a word can be stated as a unit: one measure, or one over another that is not the same. */
export const isUnit = (unit: unknown): unit is Unit =>
  typeof unit === "string" && plainUnit.test(unit) && reduced(partsOf(unit)) === unit;
