import { parsePlan } from "volumes-and-values";
import type { AssumptionBy, Plan, Service } from "volumes-and-values";
import { nationalPlan } from "./plan.ts";
import { illustrative } from "./illustrative.ts";

/**
 * Two invented vintages of the national plan, built to the directions that were published and to nothing else:
 * accommodation and ETE down, personal wellbeing and women's services up, 5% down in all (RR3 meeting note, 26 August
 * 2020). Every number that differs between them is illustrative.
 */
interface Vintage {
  readonly name: string;
  readonly definition: string;
  /** By how much the take-up of men differs from the national plan's, service by service. */
  readonly takeUpOfMen: (service: string) => number;
  readonly takeUpOfWomen: number;
  /** The share of men in need of ETE. */
  readonly menInNeedOfEte: string;
  readonly surplusPerPound: string;
}

const inPersonalWellbeing: readonly string[] = [
  "lifestyle-and-associates",
  "family-and-significant-others",
  "emotional-wellbeing",
  "social-inclusion",
];

/** Take-up and need told apart by sex, since women have lots of their own. */
function serviceOf(id: string, service: Service, vintage: Vintage): Service {
  const { takeUpShare, needShare, unitCost } = service;
  const scaled = (by: number): AssumptionBy => {
    const value = typeof takeUpShare === "object" && "value" in takeUpShare ? Number(takeUpShare.value) : 0;
    return illustrative(String(Math.round(value * by * 1e6) / 1e6));
  };
  return {
    ...service,
    takeUpShare: {
      by: "sex",
      values: { female: scaled(vintage.takeUpOfWomen), male: scaled(vintage.takeUpOfMen(id)) },
    },
    ...(id === "ete" && needShare !== undefined
      ? {
          needShare: {
            by: "sex",
            values: { female: needShare, male: illustrative(vintage.menInNeedOfEte) },
          },
        }
      : {}),
    unitCost: { ...unitCost, surplusPerPound: illustrative(vintage.surplusPerPound) },
  };
}

const planOf = (vintage: Vintage): Plan =>
  parsePlan({
    ...nationalPlan,
    name: `First-day services, ${vintage.name} (invented)`,
    basis: { ...nationalPlan.basis, vintage: vintage.name, definition: vintage.definition },
    services: Object.fromEntries(
      Object.entries(nationalPlan.services).map(([id, service]) => [id, serviceOf(id, service, vintage)]),
    ),
  });

export const november2019: Plan = planOf({
  name: "November 2019",
  definition: "everybody referred (invented)",
  takeUpOfMen: () => 1,
  takeUpOfWomen: 1,
  menInNeedOfEte: "0.50",
  surplusPerPound: "0.05",
});

/** What June 2020 is of November 2019, cause by cause: the hand calculation starts here. */
export const ratios = {
  accommodation: { takeUp: 0.79, need: 1 },
  ete: { takeUp: 1, need: 0.82 },
  "personal-wellbeing": { takeUp: 1.1, need: 1 },
  "womens-services": { takeUp: 1.21, need: 1 },
  /** Costs with a surplus of 0.029 in the pound in place of 0.05. */
  unitCost: 0.98,
} as const;

export const june2020: Plan = planOf({
  name: "June 2020",
  definition: "those who attend a first session (invented)",
  takeUpOfMen: (service) =>
    inPersonalWellbeing.includes(service)
      ? ratios["personal-wellbeing"].takeUp
      : service === "accommodation"
        ? ratios.accommodation.takeUp
        : 1,
  takeUpOfWomen: ratios["womens-services"].takeUp,
  menInNeedOfEte: "0.41",
  surplusPerPound: "0.029",
});
