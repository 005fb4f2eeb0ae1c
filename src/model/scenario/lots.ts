import type { Problem } from "../../errors.ts";
import { boughtAs } from "../../vocabulary/lot-scope.ts";
import { unknownWord } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { wordsOf } from "../../vocabulary/rule.ts";
import type { ApplierOf, ChangeOf } from "./applier.ts";
import { copyOf } from "./draft.ts";
import type { Draft } from "./draft.ts";

export type DraftLot = Draft["lots"][number];

/** Which lots a change means. */
export type LotsMeant = ChangeOf<"addArea">["into"];

/** The lots that are meant, or what is wrong with asking for them. */
export type FoundLots = { readonly lots: readonly DraftLot[] } | { readonly problems: readonly Problem[] };

/** Adds a lot after the others. */
export const addLot: ApplierOf<"addLot"> = ({ lots }, change) => {
  lots.push(copyOf(change.addLot) as DraftLot);
  return [];
};

/** The lots of a name, or those bought as a contract type; or the problem that there are none. */
export function lotsMeant({ lots }: Draft, meant: LotsMeant, at: Path): FoundLots {
  const [key, of] =
    "lot" in meant ? (["lot", ({ id }: DraftLot) => id] as const) : (["contractType", boughtAs] as const);
  const wanted = wordsOf("lot" in meant ? meant.lot : meant.contractType);
  const known = [...new Set(lots.map(of))];
  const what = key === "lot" ? "a lot of the plan" : "what a lot of the plan is bought as";
  const problems = wanted.flatMap((word) =>
    known.includes(word) ? [] : [unknownWord([...at, key], word, known, what)],
  );
  return problems.length > 0 ? { problems } : { lots: lots.filter((lot) => wanted.includes(of(lot))) };
}
