import { joined, likeness, scaled, shared, without } from "./forms.ts";
import type { Factor, Forms, Term } from "./forms.ts";

/** A sum of at most so many terms is added to another term by term; a longer one stays as it is. */
const spliced = 16;
/** A product of more factors than these is not taken apart any further. */
const mostFactors = 24;
/** How often terms are grouped again by what those left over share, and how deeply sums stand within one another. */
const rounds = 3;
const deepest = 64;

/** What is left where all terms cancel: also once they are grouped. */
const nothing: Term = { coefficient: 0, factors: [] };

/** A product, of the factors of both. */
export function product(forms: Forms, a: Term, b: Term): Term {
  const [first, second] = a.factors.length + b.factors.length > mostFactors ? [whole(forms, a), b] : [a, b];
  return {
    coefficient: first.coefficient * second.coefficient,
    factors: joined(first.factors, second.factors),
  };
}

/** A quotient. A divisor that itself has one is not turned over, since zero below zero must stay a fault. */
export function quotient(forms: Forms, a: Term, b: Term): Term {
  const divisor = b.factors.some((factor) => factor < 0) ? whole(forms, b) : b;
  const inverse = divisor.factors.map((factor) => ~factor).sort((x, y) => x - y);
  const coefficient = divisor.coefficient === 0 ? NaN : 1 / divisor.coefficient;
  return product(forms, a, { coefficient, factors: inverse });
}

/** A term as one factor, not to be looked into. */
const whole = (forms: Forms, term: Term): Term =>
  term.factors.length === 0 ? term : { coefficient: 1, factors: [forms.formOf(term)] };

/** A sum, with what is common to its terms taken out of it: a × x + a × y is a × (x + y), and so within x + y. */
export function sumOf(forms: Forms, terms: readonly Term[], depth = 0): Term {
  let left = merged(
    forms,
    terms.flatMap((term) => partsOf(forms, term)),
  );
  const [first] = left;
  if (first === undefined) return nothing;
  if (left.length === 1) return first;

  const common = left.reduce((so, { factors }) => shared(so, factors), first.factors);
  const alike = first.coefficient !== 0 && left.every((term) => term.coefficient === first.coefficient);
  const coefficient = alike ? first.coefficient : 1;
  if (common.length > 0 || coefficient !== 1) {
    const rest = left.map((term) => ({
      coefficient: term.coefficient / coefficient,
      factors: without(term.factors, common),
    }));
    return product(forms, { coefficient, factors: common }, sumOf(forms, rest, depth + 1));
  }

  for (let round = 0, before = Infinity; round < rounds && left.length < before && depth < deepest; round++) {
    before = left.length;
    left = merged(forms, grouped(forms, left, depth));
  }
  return left.length > 1 ? forms.sum(inOrder(left)) : (left[0] ?? nothing);
}

/** A short sum that stands alone as a term gives its own terms. */
function partsOf(forms: Forms, term: Term): readonly Term[] {
  const [only, ...others] = term.factors;
  if (only === undefined || others.length > 0) return [term];
  const shape = forms.shapes[only];
  return shape?.kind === "sum" && shape.terms.length <= spliced
    ? shape.terms.map((part) => scaled(part, term.coefficient))
    : [term];
}

/** Terms that differ in their coefficient only, as one. What comes to nothing goes, unless it may fail. */
function merged(forms: Forms, terms: readonly Term[]): readonly Term[] {
  const byLikeness = new Map<Factor | string, Term>();
  for (const term of terms) {
    const key = likeness(term);
    const before = byLikeness.get(key);
    const { coefficient, factors } = term;
    byLikeness.set(
      key,
      before === undefined ? term : { coefficient: before.coefficient + coefficient, factors },
    );
  }
  return [...byLikeness.values()].filter(
    ({ coefficient, factors }) => coefficient !== 0 || factors.some((factor) => forms.mayFail(factor)),
  );
}

/** Terms gathered by the factor that most of them have; each group is a sum of its own. */
function grouped(forms: Forms, terms: readonly Term[], depth: number): readonly Term[] {
  const counts = new Map<Factor, number>();
  for (const { factors } of terms)
    for (const [at, factor] of factors.entries())
      if (at === 0 || factor !== factors[at - 1]) counts.set(factor, (counts.get(factor) ?? 0) + 1);
  const groups = new Map<Factor | undefined, Term[]>();
  for (const term of terms) {
    const factor = commonest(term.factors, counts);
    const group = groups.get(factor);
    if (group === undefined) groups.set(factor, [term]);
    else group.push(term);
  }
  return [...groups].flatMap(([factor, group]) =>
    factor === undefined || group.length === 1 ? group : [sumOf(forms, group, depth + 1)],
  );
}

/** The factor that most terms have, the earliest of several; none, if no other term has any. */
function commonest(factors: readonly Factor[], counts: ReadonlyMap<Factor, number>): Factor | undefined {
  let found: Factor | undefined;
  let most = 1;
  for (const factor of factors) {
    const count = counts.get(factor) ?? 0;
    if (count > most) [found, most] = [factor, count];
  }
  return found;
}

/** Terms in an order of their own, so that equal sums are one. */
const inOrder = (terms: readonly Term[]): readonly Term[] =>
  [...terms].sort((a, b) => {
    for (let at = 0; at < a.factors.length && at < b.factors.length; at++) {
      const difference = (a.factors[at] as Factor) - (b.factors[at] as Factor);
      if (difference !== 0) return difference;
    }
    return a.factors.length - b.factors.length;
  });

/**
 * The smaller or larger of two products, with what is common to both taken out: the smaller of a × x and a × y is
 * a × the smaller of x and y, where a is not negative. What was taken to be so is told to `taken`.
 */
export function choiceOf(
  forms: Forms,
  kind: "min" | "max",
  a: Term,
  b: Term,
  taken: (factors: readonly Factor[]) => void,
): Term {
  const common = shared(a.factors, b.factors).filter((factor) => forms.notNegative(factor));
  taken(common);
  const [left, right] = [a, b].map(({ coefficient, factors }) => ({
    coefficient,
    factors: without(factors, common),
  })) as [Term, Term];
  return product(forms, { coefficient: 1, factors: common }, chosen(forms, kind, left, right));
}

function chosen(forms: Forms, kind: "min" | "max", a: Term, b: Term): Term {
  const alike = likeness(a) === likeness(b);
  return alike && a.coefficient === b.coefficient ? a : forms.choice(kind, a, b);
}
