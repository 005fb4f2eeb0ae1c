import type { Problem } from "../../errors.ts";
import type { ChangeWord } from "../../vocabulary/change.ts";
import type { Path } from "../../vocabulary/problems.ts";
import type { Change } from "../../vocabulary/scenario.ts";
import type { Draft } from "./draft.ts";

/** What an applier is told besides the change: where it stands, and in which scenario. */
export interface Context {
  readonly at: Path;
  readonly name: string;
  readonly reason: string;
}

/** A change that begins with a word. */
export type ChangeOf<W extends ChangeWord> = Extract<Change, Readonly<Record<W, unknown>>>;

/** Makes one change to a draft, or says why it cannot. */
export type ApplierOf<W extends ChangeWord> = (
  draft: Draft,
  change: ChangeOf<W>,
  context: Context,
) => readonly Problem[];
