import { forecast } from "volumes-and-values";
import { nationalPlan } from "../examples/national/plan.ts";
import { answerByHand, answerOf, differences, totalOf } from "./answers.ts";
import type { Answer } from "./answers.ts";
import { bareDecimal } from "./bare-decimal.ts";
import { megabytesHeldBy } from "./heap.ts";
import { plainNumbers } from "./plain-numbers.ts";
import { sideBySide, timeColumns } from "./stopwatch.ts";
import type { Candidate, Timing } from "./stopwatch.ts";
import { forecastByHand } from "./sums.ts";

const rounds = 25;

interface Forecaster extends Candidate<Answer> {
  readonly tolerance: string;
  readonly make: () => unknown;
}

const byTheLibrary: Forecaster = {
  name: "volumes-and-values, with full working",
  run: () => {
    const result = forecast(nationalPlan);
    return () => answerOf(result);
  },
  make: () => forecast(nationalPlan),
  tolerance: "1e-30",
};
const inDecimals: Forecaster = {
  name: "bare decimal.js, without",
  run: () => {
    const rows = forecastByHand(nationalPlan, bareDecimal);
    return () => answerByHand(rows);
  },
  make: () => forecastByHand(nationalPlan, bareDecimal),
  tolerance: "1e-30",
};
const inNumbers: Forecaster = {
  name: "plain numbers, without",
  run: () => {
    const rows = forecastByHand(nationalPlan, plainNumbers);
    return () => answerByHand(rows);
  },
  make: () => forecastByHand(nationalPlan, plainNumbers),
  tolerance: "1e-9",
};

/** The national forecast with all its working, beside the same sums by hand without. Returns what disagrees. */
export async function compareForecasts(): Promise<readonly string[]> {
  const forecasters = [byTheLibrary, inDecimals, inNumbers];
  const timings = await sideBySide(forecasters, rounds);
  const [library, decimals] = timings as [Timing<Answer>, Timing<Answer>];
  const heap = forecasters.map(({ make }) => megabytesHeldBy(make));

  console.log(
    `\nThe national forecast, ${library.answer.length.toLocaleString("en-GB")} rows, ${rounds} rounds`,
  );
  console.table(
    timings.map((timing, index) => ({
      "": timing.name,
      starts: totalOf(timing.answer, "starts"),
      "value, GBP": totalOf(timing.answer, "value"),
      ...timeColumns(timing, decimals),
      "heap, MB": heap[index]?.toFixed(1),
    })),
  );
  console.log("Meant: at most 2 times the bare decimals, 1.5 in sight; under 300 ms; under 150 MB.");

  return timings.flatMap(({ name, answer }, index) =>
    differences(library.answer, answer, forecasters[index]?.tolerance ?? "1e-30").map(
      (one) => `${name}, ${one}`,
    ),
  );
}
