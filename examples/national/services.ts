import { referenceRules } from "volumes-and-values/reference";
import type { AssumptionBy, Service } from "volumes-and-values";
import { illustrative } from "./illustrative.ts";

const needs = "Identified needs of offenders in custody and the community, 31 October 2024";

/** A published share of people with a need: in custody, and in the community. */
const published = (custody: string, community: string): AssumptionBy => ({
  by: "stage",
  values: { custody: { value: custody, source: needs, asOf: "2024-10-31", quality: "amber" } },
  otherwise: { value: community, source: needs, asOf: "2024-10-31", quality: "amber" },
});

const byComplexity = (low: string, medium: string, high: string): AssumptionBy => ({
  by: "complexity",
  values: { low: illustrative(low), medium: illustrative(medium), high: illustrative(high) },
});

interface Sketch {
  readonly needShare: AssumptionBy;
  readonly takeUpShare: string;
  readonly contactHours: readonly [low: string, medium: string, high: string];
}

/** What differs between services; everything but the two published needs is illustrative. */
const sketches: Readonly<Record<string, Sketch>> = {
  accommodation: { needShare: published("0.68", "0.39"), takeUpShare: "0.55", contactHours: ["3", "5", "8"] },
  ete: { needShare: illustrative("0.50"), takeUpShare: "0.50", contactHours: ["3", "6", "9"] },
  "lifestyle-and-associates": {
    needShare: published("0.89", "0.71"),
    takeUpShare: "0.20",
    contactHours: ["4", "7", "10"],
  },
  "family-and-significant-others": {
    needShare: illustrative("0.30"),
    takeUpShare: "0.30",
    contactHours: ["4", "7", "10"],
  },
  "emotional-wellbeing": {
    needShare: illustrative("0.40"),
    takeUpShare: "0.25",
    contactHours: ["4", "7", "11"],
  },
  "social-inclusion": { needShare: illustrative("0.25"), takeUpShare: "0.40", contactHours: ["3", "6", "9"] },
  "finance-benefit-and-debt": {
    needShare: illustrative("0.35"),
    takeUpShare: "0.30",
    contactHours: ["2", "4", "6"],
  },
  "dependency-and-recovery": {
    needShare: illustrative("0.30"),
    takeUpShare: "0.25",
    contactHours: ["4", "8", "12"],
  },
};

const serviceOf = (id: string, { needShare, takeUpShare, contactHours }: Sketch): Service => ({
  rules: referenceRules[id] ?? [],
  complexityMix: { low: illustrative("0.30"), medium: illustrative("0.45"), high: "rest" },
  needShare,
  takeUpShare: illustrative(takeUpShare),
  referralsPerPerson: illustrative("1.15"),
  startRate: byComplexity("0.65", "0.70", "0.72"),
  completionRate: byComplexity("0.60", "0.55", "0.45"),
  rampUp: {
    profile: { shape: "linear", monthsToPlateau: 21, firstMonthShare: illustrative("0.30") },
    unmet: "lost",
  },
  unitCost: {
    contactHours: byComplexity(...contactHours),
    otherHours: byComplexity("2", "3", "4"),
    referralHours: illustrative("0.75"),
    completionHours: illustrative("1"),
    salary: illustrative("26500"),
    onCostPerPound: illustrative("0.24"),
    productiveHours: illustrative("1400"),
    otherDirectCost: byComplexity("15", "25", "40"),
    overheadPerPound: illustrative("0.18"),
    surplusPerPound: illustrative("0.05"),
  },
});

/** The eight categories of support, each with its reference rules. */
export const services: Readonly<Record<string, Service>> = Object.fromEntries(
  Object.entries(sketches).map(([id, sketch]) => [id, serviceOf(id, sketch)]),
);
