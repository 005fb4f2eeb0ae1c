import type { Figure } from "../numbers/figure.ts";
import { choiceOf, product, quotient, sumOf } from "./common-factors.ts";
import { Forms, baseOf, scaled } from "./forms.ts";
import type { Factor, Form, Shape, Term } from "./forms.ts";
import { operation, partsOf } from "./instructions.ts";
import type { Instructions } from "./instructions.ts";
import type { Walk } from "./walk.ts";
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

/**
 * For each figure the one it stands for: what is named anew passes through, if it rests on an input; what is rounded too,
 * unless roundings are kept.
 */
function standingFor({ nodes, operands, moves, rounds }: Walk): Int32Array {
  const behind = Int32Array.from(nodes.keys());
  const passing = new Set(rounds ? ["same"] : ["same", "rounded"]);
  for (const [place, figure] of nodes.entries())
    if (moves[place] === 1 && passing.has(figure.operation.kind))
      behind[place] = behind[operands[place]?.[0] as number] as number;
  return behind;
}

/** The term of each figure of a walk. */
function termsOf(
  walk: Walk,
  forms: Forms,
  taken: (factors: readonly Factor[]) => void,
): (place: number) => Term {
  const { nodes, operands, inputOf, moves } = walk;
  const behind = standingFor(walk);
  const within = partsOfOneSum(walk, behind);
  const terms: (Term | undefined)[] = [];
  const termOf = (place: number): Term => terms[behind[place] as number] as Term;

  /** The terms of a sum, and of sums that stand in it alone. */
  const gathered = (sum: number): readonly Term[] => {
    const found: Term[] = [];
    const waiting: [number, number][] = [[sum, 1]];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [place, sign] = next;
      if (place !== sum && within[place] === 0) {
        found.push(scaled(terms[place] as Term, sign));
        continue;
      }
      const kind = nodes[place]?.operation.kind;
      if (kind === "rest") found.push({ coefficient: sign, factors: [] });
      const of = operands[place] as readonly number[];
      for (let index = of.length - 1; index >= 0; index--) {
        const taken = kind === "rest" || (kind === "minus" && index === 1);
        waiting.push([behind[of[index] as number] as number, taken ? -sign : sign]);
      }
    }
    return found;
  };

  const madeOf = (figure: Figure, place: number): Term => {
    const { operation: step } = figure;
    if (additive.has(step.kind)) return sumOf(forms, gathered(place));
    const [a, b, c] = (operands[place] as readonly number[]).map(termOf) as [Term, Term, Term];
    switch (step.kind) {
      case "times":
        return product(forms, a, b);
      case "dividedBy":
        return quotient(forms, a, b);
      case "min":
      case "max":
        return choiceOf(forms, step.kind, a, b, taken);
      case "rounded":
        return forms.choice(step.mode, a, { coefficient: partsOf(step), factors: [] });
      default:
        return forms.choice("max", forms.choice("atMost", b, c), forms.choice("min", a, c));
    }
  };

  for (const [place, figure] of nodes.entries()) {
    const input = inputOf[place] as number;
    if (input >= 0) terms[place] = forms.input(input);
    else if (moves[place] === 0) terms[place] = { coefficient: figure.value.toNumber(), factors: [] };
    else if (behind[place] === place && within[place] === 0) terms[place] = madeOf(figure, place);
  }
  return termOf;
}

/** Which figures are sums and differences that stand in one other sum and nowhere else: 1 for each. */
function partsOfOneSum({ nodes, operands, moves, outputs }: Walk, behind: Int32Array): Uint8Array {
  const uses = new Uint8Array(nodes.length);
  const many = 2;
  for (const output of outputs) uses[behind[output] as number] = many;
  for (const [place, figure] of nodes.entries()) {
    if (behind[place] !== place) continue;
    const inSum = additive.has(figure.operation.kind);
    for (const operand of operands[place] as readonly number[]) {
      const one = behind[operand] as number;
      uses[one] = inSum && uses[one] === 0 ? 1 : many;
    }
  }
  for (const [place, figure] of nodes.entries())
    if (uses[place] === many || moves[place] === 0 || !additive.has(figure.operation.kind)) uses[place] = 0;
  return uses;
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
