import type { RoundingMode } from "../numbers/decimal.ts";

/** A number's place among the forms. Whatever a form is made of stands before it. */
export type Form = number;

/**
 * A factor of a product: a form, or the complement of one (`~form`) that divides. A divisor is never cancelled, so that
 * dividing by zero stays a fault.
 */
export type Factor = number;

/** A coefficient and factors in ascending order; none for a number that stands alone. */
export interface Term {
  readonly coefficient: number;
  readonly factors: readonly Factor[];
}

/** What a number is made of, written so that what is common to several can be seen. */
export type Shape =
  | { readonly kind: "input"; readonly input: number }
  | { readonly kind: "product"; readonly term: Term }
  | { readonly kind: "sum"; readonly terms: readonly Term[] }
  | { readonly kind: Choice; readonly left: Form; readonly right: Form };

/** What is made of two: one of them, or the left rounded to so many parts as the right says. */
type Choice = "min" | "max" | "atMost" | RoundingMode;

export const baseOf = (factor: Factor): Form => (factor < 0 ? ~factor : factor);

/** What two terms share only if they differ in nothing but their coefficient: their one factor, or a text of them all. */
export const likeness = ({ factors }: Term): Factor | string =>
  factors.length === 1 ? (factors[0] as Factor) : factors.join(" ");

export const scaled = (term: Term, by: number): Term =>
  by === 1 ? term : { coefficient: term.coefficient * by, factors: term.factors };

/** The factors of both, in order. */
export function joined(a: readonly Factor[], b: readonly Factor[]): readonly Factor[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const both: Factor[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length)
    both.push((a[i] as Factor) <= (b[j] as Factor) ? (a[i++] as Factor) : (b[j++] as Factor));
  while (i < a.length) both.push(a[i++] as Factor);
  while (j < b.length) both.push(b[j++] as Factor);
  return both;
}

/** The factors that two lists in order share, as often as both have them. */
export function shared(a: readonly Factor[], b: readonly Factor[]): readonly Factor[] {
  const both: Factor[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i] as Factor, b[j] as Factor];
    if (x === y) both.push(x);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return both;
}

/** The factors of the first list in order without those of the second. */
export function without(a: readonly Factor[], taken: readonly Factor[]): readonly Factor[] {
  if (taken.length === 0) return a;
  let next = 0;
  return a.filter((factor) => {
    if (factor !== taken[next]) return true;
    next++;
    return false;
  });
}

/** What is known of a form's values, whatever its inputs are. */
interface Known {
  /** Zero or more, if every input is that is so in the base case. */
  readonly notNegative: boolean;
  /** Whether it may be no number: something in it divides, or limits. */
  readonly mayFail: boolean;
}

/** Forms, each kept once. */
export class Forms {
  readonly shapes: Shape[] = [];
  readonly #known: Known[] = [];
  readonly #places = new Map<string, Form>();
  readonly #base: Float64Array;

  constructor(base: Float64Array) {
    this.#base = base;
  }

  notNegative(factor: Factor): boolean {
    return this.#known[baseOf(factor)]?.notNegative === true;
  }

  mayFail(factor: Factor): boolean {
    return factor < 0 || this.#known[factor]?.mayFail === true;
  }

  input(input: number): Term {
    return this.#alone(`input ${input}`, { kind: "input", input }, () => ({
      notNegative: (this.#base[input] ?? NaN) >= 0,
      mayFail: false,
    }));
  }

  /** Terms added up, as they are. */
  sum(terms: readonly Term[]): Term {
    const key = terms.map((term) => `${term.coefficient} ${likeness(term)}`).join("+");
    return this.#alone(key, { kind: "sum", terms }, () => ({
      notNegative: terms.every(
        ({ coefficient, factors }) => coefficient >= 0 && factors.every((factor) => this.notNegative(factor)),
      ),
      mayFail: terms.some(({ factors }) => factors.some((factor) => this.mayFail(factor))),
    }));
  }

  /** The smaller or larger of two, the one that must be at most the other, or the left rounded. */
  choice(kind: Choice, a: Term, b: Term): Term {
    const [left, right] = [this.formOf(a), this.formOf(b)];
    return this.#alone(`${kind} ${left} ${right}`, { kind, left, right }, () => ({
      notNegative: this.notNegative(left) && this.notNegative(right),
      mayFail: kind === "atMost" || this.mayFail(left) || this.mayFail(right),
    }));
  }

  /** The form of a term: its one factor, if it is no more than that. */
  formOf(term: Term): Form {
    const { coefficient, factors } = term;
    const [only, ...others] = factors;
    if (coefficient === 1 && only !== undefined && only >= 0 && others.length === 0) return only;
    return this.#place(`${coefficient} * ${likeness(term)}`, { kind: "product", term }, () => ({
      notNegative: coefficient >= 0 && factors.every((factor) => this.notNegative(factor)),
      mayFail: factors.some((factor) => this.mayFail(factor)),
    }));
  }

  #alone(key: string, shape: Shape, known: () => Known): Term {
    return { coefficient: 1, factors: [this.#place(key, shape, known)] };
  }

  #place(key: string, shape: Shape, known: () => Known): Form {
    const before = this.#places.get(key);
    if (before !== undefined) return before;
    const place = this.shapes.length;
    this.shapes.push(shape);
    this.#known.push(known());
    this.#places.set(key, place);
    return place;
  }
}
