import type { Problem } from "../errors.ts";
import type { FigureBasis } from "./basis.ts";
import { measures } from "./measures.ts";
import { problem } from "./problems.ts";
import type { Path } from "./problems.ts";

/** Whether a basis calls a stock a flow, or a flow a stock: what a unit counts says which of the two it is. */
export function otherKindProblems(unit: string, { kind }: FigureBasis, path: Path): readonly Problem[] {
  const counted = measures.find((measure) => measure.unit === unit);
  if (counted === undefined || counted.kind === kind) return [];
  if (counted.kind !== "stock" && counted.kind !== "flow") return [];
  const due = `"${counted.kind}": ${unit} are ${counted.counts}`;
  return [problem([...path, "kind"], due, JSON.stringify(kind))];
}

/** Whether a basis lets a flow happen at a date. */
export const flowAtDateProblems = ({ kind, period }: FigureBasis, path: Path): readonly Problem[] =>
  kind === "flow" && "at" in period
    ? [
        problem([...path, "period"], "a period in which a flow happens", "a date", {
          mend: "Give { from, to } or { each }.",
        }),
      ]
    : [];

/** What a basis says is in its scope and left out of it. */
export const scopeProblems = ({ scope }: FigureBasis, path: Path): readonly Problem[] =>
  (scope?.excluded ?? []).flatMap((one, index) => {
    const at = scope?.included.indexOf(one) ?? -1;
    const here = [...path, "scope"];
    return at < 0
      ? []
      : [
          problem(
            [...here, "excluded", index],
            "nothing that is included",
            `${JSON.stringify(one)}, which ${[...here, "included", at].join(".")} has`,
          ),
        ];
  });

/** Whether a basis of one figure has a stock in each of many periods. */
export const stockOfEachProblems = ({ kind, period }: FigureBasis, path: Path): readonly Problem[] =>
  kind === "stock" && "each" in period
    ? [
        problem(
          [...path, "period"],
          "a date at which a stock is there, or the days of its mean",
          "{ each }",
          {
            mend: "Give { at } or { from, to }.",
          },
        ),
      ]
    : [];
