/** What figures come to when their inputs are uncertain. Wants the optional peer dependency `pure-rand`. */
export { simulate, simulateInSlices } from "./readings/simulation/simulate.ts";
export type { SimulatedAs } from "./readings/simulation/simulate.ts";
export type { Progress, SimulationOptions, StopSignal } from "./readings/simulation/options.ts";
export type { Correlation } from "./readings/simulation/correlations.ts";
export type { LowAndHigh } from "./readings/simulation/parameters.ts";
export type { Sampling } from "./readings/simulation/shares.ts";
export type {
  Simulated,
  SimulatedJson,
  SimulatedRow,
  StandardErrors,
} from "./readings/simulation/simulated.ts";
export type { Contribution } from "./readings/simulation/contributions.ts";
export type { Failed } from "./readings/simulation/failures.ts";
export type { Bin } from "./readings/simulation/sample.ts";
export type { Distribution } from "./vocabulary/distribution.ts";
