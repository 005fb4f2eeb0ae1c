/** What a plan would come to otherwise: named changes to it, as data, and what each makes of it, side by side. */
export { applyScenario } from "./model/scenario/apply.ts";
export { scenarios } from "./model/scenario/scenarios.ts";
export type { Case, Compared, Scenarios, ScenariosJson } from "./model/scenario/scenarios.ts";
export { parseScenario } from "./vocabulary/scenario.ts";
export type { Change, Scenario } from "./vocabulary/scenario.ts";
