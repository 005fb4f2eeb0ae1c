import type { Problem } from "../../errors.ts";
import { apportion } from "../../numbers/apportion.ts";
import { decimalFrom, describe, plus, rounded, times, zero } from "../../numbers/decimal.ts";
import type { Decimal, NumberLike } from "../../numbers/decimal.ts";
import { pathText, problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import type { ApplierOf } from "./applier.ts";
import { copyOf } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { keptAt } from "./kept.ts";
import { adding, moved, scaling } from "./motion.ts";
import type { Motion } from "./motion.ts";
import { isByShape } from "./moved-distribution.ts";
import { branchesOf, isCount, placesLike, placesToSet } from "./places.ts";
import type { Place } from "./places.ts";
import { isWhole, writtenAs } from "./written.ts";

/** Puts a value, a copy in each place. */
export const set: ApplierOf<"set"> = (draft, change, { at }) => {
  const found = placesToSet(draft, change.set, [...at, "set"]);
  if ("problem" in found) return [found.problem];
  for (const { holder, key } of found.places) holder[key] = copyOf(change.to);
  return [];
};

/** Multiplies numbers. Counts of people stay whole, and their total is the scaled one. */
export const scale: ApplierOf<"scale"> = (draft, change, { at, name }) => {
  const by = decimalFrom(change.by);
  const found = placesLike(draft, change.scale, [...at, "scale"]);
  if ("problem" in found) return [found.problem];
  const places = found.places.flatMap(branchesOf);
  const counts = places.filter((place) => isCount(place) && isWhole(place.holder[place.key]));
  for (const key of new Set(counts.map((place) => place.key)))
    scaleCounts(
      counts.filter((place) => place.key === key),
      by,
    );
  const rest = places.filter((place) => !counts.includes(place));
  return rest.flatMap((place) => move(draft, place, scaling(by, name), [...at, "scale"]));
};

/** Adds to numbers. */
export const add: ApplierOf<"add"> = (draft, change, { at, name }) => {
  const motion = adding(decimalFrom(change.add), name);
  const found = placesLike(draft, change.to, [...at, "to"]);
  if ("problem" in found) return [found.problem];
  return found.places.flatMap(branchesOf).flatMap((place) => move(draft, place, motion, [...at, "to"]));
};

/** Leaves something out; what is last in a list goes first, so that the others keep their places until they go. */
export const remove: ApplierOf<"remove"> = (draft, change, { at }) => {
  const found = placesLike(draft, change.remove, [...at, "remove"]);
  if ("problem" in found) return [found.problem];
  for (const { holder, key } of [...found.places].reverse()) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  }
  return [];
};

function move(draft: Draft, { holder, key, path }: Place, motion: Motion, at: Path): readonly Problem[] {
  if (isByShape(distributionOf(holder[key]))) return [shaped(path, at)];
  const value = moved(holder[key], motion, keptAt(draft, path));
  if (value === undefined) return [immovable(holder[key], path, at)];
  holder[key] = value;
  return [];
}

const distributionOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "distribution" in value ? value.distribution : undefined;

/** The problem of a beta by alpha and beta, which do not say where it lies but how it bends. */
const shaped = (path: Path, at: Path): Problem =>
  problem(
    at,
    `a distribution that moves with its value at ${pathText([...path, "distribution"])}`,
    "a beta by alpha and beta",
    { mend: "State its mean and deviation, or set its distribution." },
  );

/** Scales counts of people: their total, brought to a whole number, is shared out by largest remainder. */
function scaleCounts(places: readonly Place[], by: Decimal): void {
  const counts = places.map(({ holder, key }) => holder[key] as NumberLike);
  const total = rounded(
    times(counts.map((count) => decimalFrom(count)).reduce(plus, zero), by),
    0,
    "half even",
  );
  const shares = apportion(total, counts);
  for (const [index, { holder, key }] of places.entries())
    holder[key] = writtenAs(counts[index], shares[index] ?? zero);
}

function immovable(value: unknown, path: Path, at: Path): Problem {
  const holds = typeof value === "object" && value !== null && !Array.isArray(value);
  const mend =
    value === "rest"
      ? "The rest follows from the other shares: change those."
      : holds
        ? `Name what lies in it, as ${pathText([...path, "*"])}.`
        : "Set it instead.";
  return problem(at, `a number or an assumption at ${pathText(path)}`, describe(value), { mend });
}
