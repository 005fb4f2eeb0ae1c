import type { Figure } from "../numbers/figure.ts";
import { choiceOf, product, quotient, sumOf } from "./common-factors.ts";
import { Forms, baseOf, scaled } from "./forms.ts";
import type { Factor, Form, Shape, Term } from "./forms.ts";
import { operation } from "./instructions.ts";
import type { Instructions } from "./instructions.ts";
import type { Walk } from "./plainly.ts";
import { Writer } from "./writer.ts";
import type { Value } from "./writer.ts";

/** Instructions for the same figures in fewer steps. */
export interface Factored {
  readonly instructions: Instructions;
  /** The inputs that were taken to be zero or more. */
  readonly taken: readonly number[];
}

/**
 * A working with what is common to the terms of its sums, and to the sides of its limits, taken out of them. It is exact
 * algebra: on real numbers it gives what the steps give one by one, as long as no input that was taken to be zero or
 * more is negative.
 */
export function factored(walk: Walk, base: Float64Array): Factored {
  const forms = new Forms(base);
  const taken = new Set<Factor>();
  const terms = termsOf(walk, forms, (factors) => {
    for (const factor of factors) taken.add(factor);
  });
  const outputs = walk.outputs.map(terms);
  return { instructions: written(forms, walk.inputs, outputs), taken: inputsWithin(forms, taken) };
}

const additive = new Set(["sum", "minus", "rest"]);
const passing = new Set(["same", "rounded"]);

/** The figures that rest on an input: all others are the numbers they are. */
function movingIn({ nodes, inputOf }: Walk): ReadonlySet<Figure> {
  const moving = new Set<Figure>();
  for (const figure of nodes)
    if (inputOf(figure) !== undefined || figure.operands.some((operand) => moving.has(operand)))
      moving.add(figure);
  return moving;
}

/** The figure that one stands for: what is named anew or rounded passes through. */
function behind(figure: Figure, moving: ReadonlySet<Figure>): Figure {
  let found = figure;
  while (passing.has(found.operation.kind) && moving.has(found)) found = found.operands[0] as Figure;
  return found;
}

/** The term of each figure of a walk. */
function termsOf(
  walk: Walk,
  forms: Forms,
  taken: (factors: readonly Factor[]) => void,
): (figure: Figure) => Term {
  const moving = movingIn(walk);
  const within = partsOfOneSum(walk, moving);
  const terms = new Map<Figure, Term>();
  const termOf = (figure: Figure): Term => terms.get(behind(figure, moving)) as Term;

  /** The terms of a sum, and of sums that stand in it alone. */
  const gathered = (figure: Figure): readonly Term[] => {
    const found: Term[] = [];
    const waiting: [Figure, number][] = [[figure, 1]];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [one, sign] = next;
      if (one !== figure && !within.has(one)) {
        found.push(scaled(termOf(one), sign));
        continue;
      }
      const { kind } = one.operation;
      if (kind === "rest") found.push({ coefficient: sign, factors: [] });
      const parts = one.operands.map((operand, index): [Figure, number] => [
        behind(operand, moving),
        kind === "rest" || (kind === "minus" && index === 1) ? -sign : sign,
      ]);
      for (const part of parts.reverse()) waiting.push(part);
    }
    return found;
  };

  const madeOf = (figure: Figure): Term => {
    const { operation: made, operands } = figure;
    if (additive.has(made.kind)) return sumOf(forms, gathered(figure));
    const [a, b, c] = operands.map(termOf) as [Term, Term, Term];
    switch (made.kind) {
      case "times":
        return product(forms, a, b);
      case "dividedBy":
        return quotient(forms, a, b);
      case "min":
      case "max":
        return choiceOf(forms, made.kind, a, b, taken);
      default:
        return forms.choice("max", forms.choice("atMost", b, c), forms.choice("min", a, c));
    }
  };

  for (const figure of walk.nodes) {
    const input = walk.inputOf(figure);
    if (input !== undefined) terms.set(figure, forms.input(input));
    else if (!moving.has(figure)) terms.set(figure, constantTerm(figure));
    else if (!passing.has(figure.operation.kind) && !within.has(figure)) terms.set(figure, madeOf(figure));
  }
  return termOf;
}

const constantTerm = ({ value }: Figure): Term => ({ coefficient: value.toNumber(), factors: [] });

/** Sums and differences that stand in one other sum and nowhere else: they are added to it term by term. */
function partsOfOneSum({ nodes, outputs }: Walk, moving: ReadonlySet<Figure>): ReadonlySet<Figure> {
  const elsewhere = new Set(outputs.map((figure) => behind(figure, moving)));
  const inSum = new Set<Figure>();
  for (const { operation: made, operands } of nodes) {
    if (passing.has(made.kind)) continue;
    for (const operand of operands.map((one) => behind(one, moving))) {
      if (additive.has(made.kind) && !inSum.has(operand)) inSum.add(operand);
      else elsewhere.add(operand);
    }
  }
  return new Set(
    [...inSum].filter(
      (figure) => additive.has(figure.operation.kind) && moving.has(figure) && !elsewhere.has(figure),
    ),
  );
}

/** The forms that a form is made of. */
function madeFrom(shape: Shape): readonly Form[] {
  switch (shape.kind) {
    case "input":
      return [];
    case "product":
      return shape.term.factors.map(baseOf);
    case "sum":
      return shape.terms.flatMap(({ factors }) => factors.map(baseOf));
    default:
      return [shape.left, shape.right];
  }
}

/** Everything that some forms are made of, themselves among it. */
function allWithin(forms: Forms, some: Iterable<Form>): readonly Form[] {
  const found = new Set(some);
  for (const form of found) for (const part of madeFrom(forms.shapes[form] as Shape)) found.add(part);
  return [...found].sort((a, b) => a - b);
}

/** The inputs of some factors: each was taken to be zero or more because its factor was. */
const inputsWithin = (forms: Forms, factors: ReadonlySet<Factor>): readonly number[] =>
  allWithin(forms, [...factors].map(baseOf)).flatMap((form) => {
    const shape = forms.shapes[form];
    return shape?.kind === "input" ? [shape.input] : [];
  });

/** Instructions for forms: what stands in several is made once, factors in the order in which people flow through. */
function written(forms: Forms, inputs: number, outputs: readonly Term[]): Instructions {
  const writer = new Writer(inputs);
  const values = new Map<Form, Value>();
  const valueOf = (form: Form): Value => values.get(form) as Value;

  const chain = (factors: readonly Form[]): Value | undefined => {
    const [first, ...others] = factors;
    if (first === undefined) return undefined;
    return others.reduce((so, form) => writer.write(operation.multiply, so, valueOf(form)), valueOf(first));
  };
  /** A term without its coefficient; nothing, if there is nothing else. */
  const product = ({ factors }: Term): Value | undefined => {
    const above = chain(factors.filter((factor) => factor >= 0));
    const below = chain(factors.filter((factor) => factor < 0).map((factor) => ~factor));
    return below === undefined ? above : writer.write(operation.divide, above ?? writer.constant(1), below);
  };
  const whole = (term: Term): Value => {
    const value = product(term);
    const coefficient = writer.constant(term.coefficient);
    return value === undefined ? coefficient : writer.write(operation.multiply, coefficient, value);
  };
  const added = (terms: readonly Term[]): Value => {
    const [first, ...others] = startingWell(terms);
    return others.reduce(
      (so, term) => {
        if (term.coefficient !== -1) return writer.write(operation.add, so, whole(term));
        return writer.write(operation.subtract, so, product(term) ?? writer.constant(1));
      },
      whole(first as Term),
    );
  };
  const valueOfShape = (shape: Shape): Value => {
    switch (shape.kind) {
      case "input":
        return writer.input(shape.input);
      case "product":
        return whole(shape.term);
      case "sum":
        return added(shape.terms);
      default:
        return writer.write(operation[shape.kind], valueOf(shape.left), valueOf(shape.right));
    }
  };

  for (const form of allWithin(
    forms,
    outputs.flatMap(({ factors }) => factors.map(baseOf)),
  ))
    values.set(form, valueOfShape(forms.shapes[form] as Shape));
  return writer.finished(outputs.map(whole)).instructions;
}

/** Terms with one first that is not taken away, if there is one: x − y rather than −1 × y + x. */
function startingWell(terms: readonly Term[]): readonly Term[] {
  const start = Math.max(
    0,
    terms.findIndex(({ coefficient }) => coefficient !== -1),
  );
  return [...terms.slice(start, start + 1), ...terms.slice(0, start), ...terms.slice(start + 1)];
}
