/** What a careful reader does with a plan: its book of assumptions, where everybody is, and what to ask about. */
export { assumptions } from "./model/assumptions.ts";
export type { AssumptionRow } from "./model/assumptions.ts";
export { reconcile } from "./model/reconcile.ts";
export type { Place, ReconcileOptions, Reconciliation, ReconciliationRow } from "./model/reconcile.ts";
export { review } from "./model/review.ts";
export type { Notice } from "./model/review.ts";
