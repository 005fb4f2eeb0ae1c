import type { Mechanism } from "../../vocabulary/mechanism.ts";
import { nominal } from "../../vocabulary/prices.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { leapIn } from "../leaping-index.ts";
import type { PointedOut } from "./overlooked.ts";

/** Growth that is given for the index by which amounts come to the prices of a year. */
export function leapsOf(indexation: Mechanism["indexation"], at: Path): readonly PointedOut[] {
  const leap = indexation === undefined || indexation === nominal ? undefined : leapIn(indexation.index);
  if (leap === undefined) return [];
  const { year, message } = leap;
  const path = [...at, "index", "values", year].join(".");
  return [Object.freeze({ year, path, message: `${message}.` })];
}
