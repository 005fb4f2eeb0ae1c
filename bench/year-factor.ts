import type { Arithmetic } from "./arithmetic.ts";

/** The mean of a financial year's twelve months, each at its factor from go-live: nothing before, part of the first. */
export function yearFactor<N>(
  firstYear: number,
  goLive: string,
  factorOf: (monthFromGoLive: number) => N,
  { from, plus, times, dividedBy }: Arithmetic<N>,
): N {
  const [year = 0, month = 0, day = 0] = goLive.split("-").map(Number);
  let sum = from(0);
  for (let n = 3; n < 15; n++) {
    const since = firstYear * 12 + n - (year * 12 + month - 1);
    if (since < 0) continue;
    const factor = factorOf(since + 1);
    const days = new Date(Date.UTC(firstYear, n + 1, 0)).getUTCDate();
    const open = since === 0 ? days - day + 1 : days;
    sum = plus(sum, open === days ? factor : times(factor, dividedBy(from(open), from(days))));
  }
  return dividedBy(sum, from(12));
}
