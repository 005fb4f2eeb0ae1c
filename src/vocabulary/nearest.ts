/** How many letters must be put in, left out, changed or swapped with the next to make one word the other. */
function distance(a: string, b: string): number {
  const rows = [[...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    const [last, before] = [rows[i - 1] as number[], rows[i - 2]];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        before !== undefined && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] as number) + 1
          : Infinity;
      row.push(Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, changed, swapped));
    }
    rows.push(row);
  }
  return (rows[a.length] as number[])[b.length] as number;
}

/** A word in one spelling: `Age band`, `ageBand` and `age_band` are one. */
export const folded = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, "");

/** The known word that a misspelt one was most likely meant to be, if one is near enough. */
export function nearestWord(word: unknown, known: readonly string[], most = Infinity): string | undefined {
  if (typeof word !== "string" || word.length > 100) return undefined;
  const near = known
    .map((candidate) => ({ candidate, away: distance(folded(word), folded(candidate)) }))
    .filter(
      ({ candidate, away }) =>
        away <= Math.min(most, Math.max(1, Math.floor(Math.min(word.length, candidate.length) / 3))),
    )
    .sort((a, b) => a.away - b.away);
  return near[0]?.candidate;
}
