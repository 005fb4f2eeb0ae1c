import type { Problem } from "../../errors.ts";
import { assumptionProblems } from "./assumptions.ts";
import { calendarProblems } from "./calendar.ts";
import { caseloadProblems } from "./caseload.ts";
import { lotProblems } from "./lots.ts";
import { planMixProblems } from "./mixes.ts";
import { priceProblems } from "./prices.ts";
import { serviceProblems } from "./services.ts";
import type { Sound } from "./sound.ts";
import { wordProblems } from "./words.ts";

/** What is checked of a plan once its form is right: one file for each thing that can be wrong. */
export const checks: readonly ((plan: Sound) => readonly Problem[])[] = [
  wordProblems,
  caseloadProblems,
  serviceProblems,
  planMixProblems,
  assumptionProblems,
  lotProblems,
  calendarProblems,
  priceProblems,
];
