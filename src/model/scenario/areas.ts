import type { Problem } from "../../errors.ts";
import { wordsOfPlan } from "../../vocabulary/checks/sound.ts";
import { areasOfLot } from "../../vocabulary/lot-scope.ts";
import { problem, unknownWord } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import type { Words } from "../../vocabulary/words.ts";
import type { ApplierOf, ChangeOf } from "./applier.ts";
import { copyOf } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { lotsMeant } from "./lots.ts";
import type { DraftLot } from "./lots.ts";

/** Adds an area to lots, with its people where the caseload does not have them. It is set aside no longer. */
export const addArea: ApplierOf<"addArea"> = (draft, change, { at }) => {
  const { addArea: area, into, cells } = change;
  const words = wordsOfPlan(draft);
  const areas = words.areas.map(({ id }) => id);
  if (!areas.includes(area)) return [unknownWord([...at, "addArea"], area, areas, "an area")];
  const found = lotsMeant(draft, into, [...at, "into"]);
  if ("problems" in found) return found.problems;
  const problems = [
    ...found.lots
      .filter((lot) => areasOfLot(lot, words).includes(area))
      .map(({ id }) => problem([...at, "into"], `lots without ${area}`, `lot ${id}, which covers it`)),
    ...peopleProblems(draft, change, [...at, "cells"]),
  ];
  if (problems.length > 0) return problems;
  for (const lot of found.lots) lot.areas = [...(lot.areas ?? []), area];
  draft.caseload.cells.push(
    ...(cells ?? []).map((cell) => ({ area, ...(copyOf(cell) as Draft["caseload"]["cells"][number]) })),
  );
  if (draft.setAside !== undefined) draft.setAside = draft.setAside.filter((aside) => aside.area !== area);
  return [];
};

/** Takes an area out of lots. Its people stay in the caseload. */
export const removeArea: ApplierOf<"removeArea"> = (draft, change, { at }) => {
  const { removeArea: area, outOf } = change;
  const words = wordsOfPlan(draft);
  const path = [...at, "outOf"];
  const found = lotsMeant(draft, outOf, path);
  if ("problems" in found) return found.problems;
  const covering = found.lots.filter((lot) => areasOfLot(lot, words).includes(area));
  if (covering.length === 0) {
    const covered = [...new Set(found.lots.flatMap((lot) => areasOfLot(lot, words)))];
    return [unknownWord([...at, "removeArea"], area, covered, "an area of these lots")];
  }
  return covering.flatMap((lot) => takeArea(lot, area, words, path));
};

function takeArea(lot: DraftLot, area: string, words: Words, at: Path): readonly Problem[] {
  const rest = areasOfLot(lot, words).filter((one) => one !== area);
  if (rest.length === 0) {
    const mend = `Remove the lot instead: { "remove": "lots.${lot.id}" }.`;
    return [problem(at, `lots that cover more than ${area}`, `lot ${lot.id}`, { mend })];
  }
  delete lot.regions;
  lot.areas = rest;
  return [];
}

/** Whether the people of an area are there to be bought for, once and not twice. */
function peopleProblems(
  { caseload }: Draft,
  { addArea: area, cells }: ChangeOf<"addArea">,
  at: Path,
): Problem[] {
  const counted = caseload.cells.some((cell) => cell.area === area);
  if (counted && cells !== undefined)
    return [
      problem(at, `nothing, since the caseload has the people of ${area}`, `${String(cells.length)} cells`),
    ];
  if (!counted && (cells === undefined || cells.length === 0))
    return [
      problem(at, `the people of ${area} in cells, since the caseload has none there`, "nothing", {
        mend: "Missing is not zero.",
      }),
    ];
  return (cells ?? []).flatMap((cell, index) =>
    cell.area === undefined || cell.area === area
      ? []
      : [problem([...at, index, "area"], `${area}, or nothing`, JSON.stringify(cell.area))],
  );
}
