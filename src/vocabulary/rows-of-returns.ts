import type { Problem } from "../errors.ts";
import { problem } from "./problems.ts";

/** What tells a row of a return from the return that it is in. */
const namesOfRows = ["area", "service", "volume"] as const;

const isRow = (one: unknown): boolean =>
  typeof one === "object" &&
  one !== null &&
  !Object.hasOwn(one, "rows") &&
  namesOfRows.some((name) => Object.hasOwn(one, name));

/** The one problem of rows in place of returns, as a file has them: each return has the rows of one provider. */
export function ungroupedProblems(returns: unknown): readonly Problem[] {
  if (!Array.isArray(returns) || returns.length === 0 || !returns.every(isRow)) return [];
  const rows = returns.length === 1 ? "1 row" : `${String(returns.length)} rows`;
  return [problem(["returns"], form, `${rows} in no return`, { mend })];
}

const form = "for each provider { provider, counts, basis, rows: [{ area, service, volume, unitCost }] }";
const mend = "Group the rows by provider: each return has those of one.";
