import { ModelError, isModelError } from "../errors.ts";
import type { Problem } from "../errors.ts";
import { describe, digitsOf } from "./decimal.ts";
import { constant, given, isFigure, sum, wrongUnit } from "./figure.ts";
import type { Figure, FigureJson, Operation, Provenance } from "./figure.ts";
import type { RoundingMode } from "./decimal.ts";

/** One figure, or several in a list or by name: readings answer in the shape they are asked in. */
export type Figures = Figure | readonly Figure[] | Readonly<Record<string, Figure>>;

/** One step of a working, in JSON. `of` points at the nodes it is made of, all earlier in the list. */
export interface WorkingNode extends FigureJson {
  readonly operation: Operation["kind"];
  readonly of: readonly number[];
  readonly source?: string;
  readonly provenance?: Provenance;
  readonly places?: number;
  readonly mode?: RoundingMode;
}

/** The working of some figures as plain data: every node once, each after those it is made of. */
export interface Working {
  readonly schema: typeof workingSchema;
  readonly nodes: readonly WorkingNode[];
  /** Where the figures asked for stand in `nodes`, in the shape in which they were asked. */
  readonly figures: number | readonly number[] | Readonly<Record<string, number>>;
}

export const workingSchema = "volumes-and-values/working/1";

/** Whether something is a list or a record: a map or a set has no names of its own, and would seem empty. */
export const holdsOthers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Array.isArray(value) || (typeof value === "object" && value !== null && !(Symbol.iterator in value));

/** The figures of a list or a record, or the one: nothing else has a working. */
function listOf(figures: Figures, where: string): readonly Figure[] {
  const list = isFigure(figures)
    ? [figures]
    : holdsOthers(figures)
      ? Object.values(figures as Record<string, Figure>)
      : [figures];
  for (const one of list)
    if (!isFigure(one)) throw wrongUnit("a figure, or figures in a list or by name", one, where);
  return list as readonly Figure[];
}

/** Every figure in the working of some, each once, operands before what is made of them. */
export function nodesOf(figures: Figures): Figure[] {
  const nodes: Figure[] = [];
  const seen = new Set<Figure>();
  const path: { readonly figure: Figure; next: number }[] = [];
  const visit = (figure: Figure): void => {
    if (seen.has(figure)) return;
    seen.add(figure);
    path.push({ figure, next: 0 });
  };
  for (const figure of listOf(figures, "working")) {
    visit(figure);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const operand = step.figure.operands[step.next++];
      if (operand !== undefined) visit(operand);
      else nodes.push((path.pop() as typeof step).figure);
    }
  }
  return nodes;
}

/** What `to` makes of each figure, in the shape in which the figures came. */
export function inShape<T>(
  where: string,
  figures: Figures,
  to: (figure: Figure) => T,
): T | T[] | Record<string, T> {
  listOf(figures, where);
  if (isFigure(figures)) return to(figures);
  if (Array.isArray(figures)) return (figures as readonly Figure[]).map(to);
  return Object.fromEntries(
    Object.entries(figures as Record<string, Figure>).map(([name, figure]) => [name, to(figure)]),
  );
}

/**
 * The working of one figure, or of several, as a flat list of plain data: what a file, a web page or another
 * language needs to compute the figures again. {@link readWorking} reads it back.
 *
 * @example
 * ```ts
 * import { starts } from "volumes-and-values";
 * import { working } from "volumes-and-values/readings";
 *
 * working(starts({ referrals: 1200, startRate: "0.62" })).nodes.map((node) => node.value);
 * // => [ '1200', '0.62', '744' ]
 * ```
 */
export function working(figures: Figures): Working {
  const nodes = nodesOf(figures);
  const places = new Map(nodes.map((figure, index) => [figure, index]));
  const at = (figure: Figure): number => places.get(figure) ?? -1;
  return {
    schema: workingSchema,
    nodes: nodes.map((figure) => ({
      ...figure.toJSON(),
      ...sourceOf(figure),
      ...stepOf(figure.operation),
      of: figure.operands.map(at),
    })),
    figures: inShape("working", figures, at),
  };
}

/** The source of a formula's figure; an input's stands in its provenance. */
const sourceOf = ({ source, operation }: Figure): { readonly source?: string } =>
  source === undefined || operation.kind === "given" ? {} : { source };

function stepOf(operation: Operation): Pick<WorkingNode, "operation" | "provenance" | "places" | "mode"> {
  if (operation.kind === "given") return { operation: "given", provenance: operation.provenance };
  if (operation.kind === "rounded")
    return { operation: "rounded", places: operation.places, mode: operation.mode };
  return { operation: operation.kind };
}

/** How each kind of step is taken again. */
const steps: Record<Operation["kind"], (of: readonly Figure[], node: WorkingNode) => Figure> = {
  given: (_, { value, unit, name, about, provenance }) =>
    given(provenance?.counts ?? value, unit, {
      ...provenance,
      ...defined({ about }),
      name: name ?? "",
    }),
  constant: (_, { value }) => constant(Number(value)),
  sum: (of, { unit }) => sum(unit, of),
  minus: ([a, b]) => operand(a).minus(operand(b)),
  times: ([a, b]) => operand(a).times(operand(b)),
  dividedBy: ([a, b]) => operand(a).dividedBy(operand(b)),
  min: ([a, b]) => operand(a).min(operand(b)),
  max: ([a, b]) => operand(a).max(operand(b)),
  clampedTo: ([a, low, high]) => operand(a).clampedTo(operand(low), operand(high)),
  rest: ([a]) => operand(a).rest,
  rounded: ([a], { places, mode }) => operand(a).rounded({ places: places ?? 0, mode: mode ?? "half even" }),
  same: ([a]) => operand(a),
};

function operand(figure: Figure | undefined): Figure {
  if (figure === undefined)
    throw broken({ path: "of", expected: "the places of earlier nodes", received: "too few" });
  return figure;
}

const defined = <T extends object>(record: T): Partial<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>;

/** A node computed again from figures for its operands, with its name, what it is about, and its source. */
function retaken(node: WorkingNode, of: readonly Figure[]): Figure {
  const figure = steps[node.operation](of, node);
  if (
    node.operation === "given" ||
    node.operation === "constant" ||
    (node.name === undefined && node.operation !== "same")
  )
    return figure;
  return figure.named(node.name ?? "", node.about, node.source);
}

/** The same, where an error says at which node the working cannot be taken again. */
function retakenAt(path: string, node: WorkingNode, of: readonly Figure[]): Figure {
  try {
    return retaken(node, of);
  } catch (error) {
    if (!isModelError(error) || isModelError(error, "invalid-data")) throw error;
    throw broken({ path, expected: "a step that can be taken", received: error.message });
  }
}

/**
 * Figures from the plain data of their working, computed again step by step.
 *
 * @throws ModelError `invalid-data` where the data are not a working, or where a step does not give the value that
 * the data state for it: the working has been tampered with, or is of a later version.
 *
 * @example
 * ```ts
 * import { starts } from "volumes-and-values";
 * import { readWorking, working } from "volumes-and-values/readings";
 *
 * const text = JSON.stringify(working(starts({ referrals: 1200, startRate: "0.62" })));
 * readWorking(JSON.parse(text)); // => Figure 744 starts
 * ```
 */
export function readWorking(data: unknown): Figure | Figure[] | Record<string, Figure> {
  const { nodes, figures } = checkedWorking(data);
  const made: Figure[] = [];
  for (const [index, node] of nodes.entries()) {
    const path = `nodes.${String(index)}`;
    const of = node.of.map((place) => {
      const figure = Number.isInteger(place) ? made[place] : undefined;
      if (figure === undefined)
        throw broken({
          path: `${path}.of`,
          expected: "the places of earlier nodes",
          received: describe(place),
        });
      return figure;
    });
    const figure = retakenAt(path, node, of);
    const [stated, came] = [`${node.value} ${node.unit}`, `${digitsOf(figure.value)} ${figure.unit}`];
    if (stated !== came)
      throw broken({ path, expected: `${came}, which its operands give`, received: stated });
    made.push(figure);
  }
  const at = (place: unknown): Figure => {
    const figure = typeof place === "number" ? made[place] : undefined;
    if (figure === undefined)
      throw broken({ path: "figures", expected: "places of nodes", received: describe(place) });
    return figure;
  };
  if (typeof figures === "number") return at(figures);
  if (Array.isArray(figures)) return figures.map(at);
  return Object.fromEntries(Object.entries(figures).map(([name, place]) => [name, at(place)]));
}

/** What each field of a node must be. Asked for when one is read, so that who reads none takes nothing of it along. */
const fields = () =>
  [
    ["value", "decimal text", (value: unknown) => typeof value === "string"],
    ["unit", "a unit", (unit: unknown) => typeof unit === "string"],
    ["of", "a list of places", Array.isArray],
    [
      "operation",
      Object.keys(steps).join(", "),
      (kind: unknown) => typeof kind === "string" && Object.hasOwn(steps, kind),
    ],
  ] as const;

function checkedWorking(data: unknown): Working {
  const { schema, nodes, figures } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (schema !== workingSchema)
    throw broken({ path: "schema", expected: workingSchema, received: describe(schema) });
  if (!Array.isArray(nodes))
    throw broken({ path: "nodes", expected: "a list of nodes", received: describe(nodes) });
  for (const [index, node] of nodes.entries()) {
    for (const [field, expected, fits] of fields()) {
      const value = ((node ?? {}) as Readonly<Record<string, unknown>>)[field];
      if (!fits(value))
        throw broken({ path: `nodes.${String(index)}.${field}`, expected, received: describe(value) });
    }
  }
  if (typeof figures !== "number" && (typeof figures !== "object" || figures === null)) {
    throw broken({ path: "figures", expected: "places of nodes", received: describe(figures) });
  }
  return data as Working;
}

function broken(problem: Omit<Problem, "message">): ModelError<"invalid-data"> {
  const message = `${problem.path} must be ${problem.expected}; received ${problem.received}.`;
  return new ModelError("invalid-data", `This is not a working that can be computed again. ${message}`, {
    subject: "working",
    problems: [{ ...problem, message }],
  });
}
