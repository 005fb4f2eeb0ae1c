import { parsePlan } from "volumes-and-values";
import type { Plan } from "volumes-and-values";
import { caseload } from "./caseload.ts";
import { illustrative } from "./illustrative.ts";
import { lots } from "./lots.ts";
import { services } from "./services.ts";

/**
 * The first-day services of England and Wales as a plan: published facts where there are any, and plausible numbers
 * marked illustrative where there are none.
 */
export const nationalPlan: Plan = parsePlan({
  schema: "volumes-and-values/plan/1",
  name: "First-day services, England and Wales, 2021/22 to 2024/25",
  note: "Only the lots, the caseload's total, the rules and two need shares are published.",
  basis: {
    priceBase: "illustrative, one price year throughout",
    vat: "excluded",
    scope: {
      included: ["accommodation", "ETE", "personal wellbeing", "women's services"],
      excluded: ["Greater Manchester", "women's services in London", "mobilisation"],
    },
  },
  caseload,
  setAside: [
    {
      area: "greater-manchester",
      reason: "Greater Manchester buys its services apart",
      source: "public list of contracts",
    },
  ],
  turnover: {
    by: "stage",
    values: {
      community: illustrative("1.4"),
      custody: illustrative("1.3"),
      licence: illustrative("1.5"),
      "post-sentence": illustrative("1.8"),
    },
  },
  services,
  lots,
  calendar: { years: "financial", first: "2021/22", last: "2024/25" },
});
