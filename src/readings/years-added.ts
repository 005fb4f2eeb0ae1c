import type { Figure } from "../numbers/figure.ts";

/** The years that a figure adds up, where it is a sum of figures that say theirs; none of what was made of them since. */
export function yearsAdded(figure: Figure): readonly string[] {
  const years = new Set<string>();
  const waiting = [figure];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { operation, operands, about } = next;
    const { year } = about;
    if (year !== undefined) years.add(year);
    else if (operation.kind === "sum" || operation.kind === "same") waiting.push(...operands);
  }
  return [...years].sort();
}
