import { ModelError } from "../errors.ts";
import { digitsOf } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";
import { nodesOf } from "../numbers/working.ts";
import type { Figures } from "../numbers/working.ts";
import { nearestPath } from "./near-paths.ts";
import { isStructural } from "./structure.ts";
import type { SlotName } from "../vocabulary/slots.ts";
import { rangeSaid } from "../vocabulary/states-range.ts";

/** The path of an input, which is its identity. What has none cannot be told apart, and cannot be moved. */
export const pathOf = ({ operation }: Figure): string | undefined =>
  operation.kind === "given" ? operation.provenance.path : undefined;

/**
 * The inputs of some figures that have a path, by path, in the order in which the working meets them.
 *
 * @throws ModelError `ambiguous-input` where two inputs of one path differ in value, unit or range: they are of two plans.
 */
export function inputsOf(figures: Figures): ReadonlyMap<string, Figure> {
  return inputsAmong(nodesOf(figures));
}

/** The same, of the figures of a working that has been walked already. */
export function inputsAmong(nodes: readonly Figure[]): ReadonlyMap<string, Figure> {
  const inputs = new Map<string, Figure>();
  for (const node of nodes) {
    const path = pathOf(node);
    if (path === undefined) continue;
    const before = inputs.get(path);
    if (before === undefined) inputs.set(path, node);
    else if (before !== node) refuseTwoOf(path, before, node);
  }
  return inputs;
}

function refuseTwoOf(path: string, first: Figure, second: Figure): void {
  const values = [first, second].map(said);
  if (values[0] === values[1]) return;
  throw new ModelError(
    "ambiguous-input",
    `${path} is ${values.join(" in one figure and ")} in another. ${apart(path)}`,
    { path, values },
  );
}

/** What an input is, and how uncertain, where it says so: `104 ratio {"high":108,"low":101}`. */
function said({ unit, value, operation }: Figure): string {
  const range = operation.kind === "given" ? rangeSaid(operation.provenance) : "{}";
  return `${digitsOf(value)} ${unit}${range === "{}" ? "" : ` ${range}`}`;
}

/** How two figures are read that have one input in common, with two numbers: those of two plans, or of two volumes. */
const apart = (path: string): string =>
  path === "volumeRatio"
    ? "Read the figures of each volume by themselves, or give each change as a figure with a path of its own."
    : "Read the figures of each plan by themselves; within one figure, give its flows, lags or money a name, and an input a path of its own.";

/**
 * The input of a path.
 *
 * @throws ModelError `structural-input` for a date, a rule, a shape: what is no number of any sum; `unknown-word` for
 * any other path that no input has, naming the nearest, or the shares of a mix that leave what it asks for.
 */
export function inputAt(inputs: ReadonlyMap<string, Figure>, path: string): Figure {
  const input = inputs.get(path);
  if (input !== undefined) return input;
  if (isStructural(path)) {
    throw new ModelError(
      "structural-input",
      `${path} is no number in a sum: it decides which sums are made. Change it with a scenario, which forecasts again.`,
      { path },
    );
  }
  const others = sharesBeside(inputs, path);
  throw others.length > 0 ? restOfMix(path, others) : unknownInput(path, [...inputs.keys()]);
}

/** The shares that are inputs of the complexity mix that a path leads into; none, if it leads elsewhere. */
export function sharesBeside(inputs: ReadonlyMap<string, Figure>, path: string): readonly string[] {
  const mix = path.slice(0, path.lastIndexOf(".") + 1);
  return [...inputs].flatMap(([other, { name }]) =>
    name === ("complexityShare" satisfies SlotName) &&
    other.startsWith(mix) &&
    !other.slice(mix.length).includes(".")
      ? [other]
      : [],
  );
}

const restOfMix = (path: string, others: readonly string[]): ModelError<"unknown-word"> =>
  new ModelError(
    "unknown-word",
    `${path} is no input of these figures. One share of a mix is what the others leave: change ${others.join(" or ")}.`,
    { received: path, known: others },
  );

function unknownInput(path: string, paths: readonly string[]): ModelError<"unknown-word"> {
  const { nearest, known } = nearestPath(path, paths);
  const mend =
    nearest !== undefined
      ? `Did you mean ${nearest}?`
      : known.length === 0
        ? "They have no inputs with a path."
        : `Known: ${shortened(known)}.`;
  return new ModelError("unknown-word", `${path} is no input of these figures. ${mend}`, {
    received: path,
    known,
    ...(nearest === undefined ? {} : { nearest }),
  });
}

const shown = 8;

const shortened = (paths: readonly string[]): string =>
  paths.length <= shown
    ? paths.join(", ")
    : `${paths.slice(0, shown).join(", ")} and ${String(paths.length - shown)} more`;
