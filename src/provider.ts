/** The same volumes as those see them who deliver: time, staff, cost, payment and risk. */
export { fteNeeded } from "./formulas/staff.ts";
