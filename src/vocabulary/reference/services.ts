import type { Words } from "../words.ts";

/**
 * The categories of support bought under the dynamic framework.
 * Source: RR3 meeting note, 26 August 2020, and public contract notices.
 */
export const services: Words["services"] = [
  { id: "accommodation", name: "Accommodation" },
  { id: "ete", name: "Education, training and employment" },
  { id: "lifestyle-and-associates", name: "Lifestyle and associates" },
  { id: "family-and-significant-others", name: "Family and significant others" },
  { id: "emotional-wellbeing", name: "Emotional wellbeing" },
  { id: "social-inclusion", name: "Social inclusion" },
  { id: "finance-benefit-and-debt", name: "Finance, benefit and debt" },
  { id: "dependency-and-recovery", name: "Dependency and recovery" },
];

const all = services.map(({ id }) => id);

/** What each type of contract bundles. Source: public contract notices of the first-day services, and of later ones. */
export const contractTypes: Words["contractTypes"] = [
  { id: "accommodation", name: "Accommodation", services: ["accommodation"] },
  { id: "ete", name: "Education, training and employment", services: ["ete"] },
  {
    id: "personal-wellbeing",
    name: "Personal wellbeing",
    services: [
      "lifestyle-and-associates",
      "family-and-significant-others",
      "emotional-wellbeing",
      "social-inclusion",
    ],
  },
  { id: "womens-services", name: "Women's services", services: all },
  {
    id: "finance-benefit-and-debt",
    name: "Finance, benefit and debt",
    services: ["finance-benefit-and-debt"],
  },
  { id: "dependency-and-recovery", name: "Dependency and recovery", services: ["dependency-and-recovery"] },
];

/** Complexity belongs to a person and a service: how much help this person needs with this. Definitions are our own. */
export const complexityLevels: Words["complexityLevels"] = [
  { id: "low", name: "Low", definition: "Can act on advice and information with light support." },
  { id: "medium", name: "Medium", definition: "Needs a plan and regular support to act on it." },
  { id: "high", name: "High", definition: "Needs intensive support, often from several agencies at once." },
];
