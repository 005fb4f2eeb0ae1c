import * as z from "zod/mini";
import { planSchema } from "../../vocabulary/plan.ts";
import type { Plan } from "../../vocabulary/plan.ts";

/** A plan being changed: a copy of its own, in which nothing is shared, so that a change is made in one place only. */
export type Draft = z.infer<typeof planSchema>;

export const draftOf = (plan: Plan): Draft => copyOf(plan) as Draft;

/** Plain JSON once more, with nothing shared and nothing frozen. */
export const copyOf = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

/** Whether a draft still has the form of a plan, as it may not have where something was set. */
export const isFormed = (draft: Draft): boolean => z.safeParse(planSchema, draft).success;
