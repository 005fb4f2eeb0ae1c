/** Essex accommodation: 2,700 people screened to 900, and what becomes of them when conversions are not all one. */
import { forecast, parsePlan, screen } from "volumes-and-values";
import { referenceRules } from "volumes-and-values/reference";
import type { Caseload, Plan, Service } from "volumes-and-values";

const note = "RR3 meeting note, 26 August 2020, section 3b";

// The note gives 900 and 1,800. How the people are sentenced is illustrative, chosen to come to these.
const caseload: Caseload = {
  asOf: "2020-06-30",
  source: `${note}: 900 and 1,800 ineligible; sentence types illustrative`,
  counted: "people",
  cells: [
    { people: 420, area: "essex", sentenceType: "community-order-rar", sex: "male" },
    { people: 280, area: "essex", sentenceType: "licence", sex: "male" },
    { people: 200, area: "essex", sentenceType: "custody-supervised-after", sex: "male" },
    { people: 1500, area: "essex", sentenceType: "community-order-no-rar", sex: "male" },
    { people: 300, area: "essex", sentenceType: "custody-unsupervised-after", sex: "male" },
  ],
};

const rules = referenceRules["accommodation"] ?? [];
const lot = {
  id: "essex-accommodation",
  service: "accommodation",
  areas: ["essex"],
  cohort: { sex: "male" },
  from: "2021-06-26",
};

const screening = screen(
  caseload,
  { rules, complexityMix: { low: "0.3", medium: "0.5", high: "0.2" } },
  { on: lot.from, cohort: { sex: "male" } },
);
console.log("Essex, men's accommodation: who is eligible, rule by rule");
console.table(screening.table());
console.log(
  `Eligible ${String(screening.eligible)}, excluded ${String(screening.excluded)}, of ${String(screening.caseload)}.`,
);

/** A plan in which one number is given for every conversion. */
const planOf = (
  name: string,
  turnover: string,
  service: Omit<Service, "rules" | "complexityMix" | "rampUp" | "unitCost">,
): Plan =>
  parsePlan({
    schema: "volumes-and-values/plan/1",
    name,
    caseload,
    turnover,
    services: {
      accommodation: {
        ...service,
        rules,
        complexityMix: { low: "0.3", medium: "0.5", high: "0.2" },
        rampUp: { profile: { shape: "linear", monthsToPlateau: 21 }, unmet: "lost" },
        unitCost: { costPerStart: "300" },
      },
    },
    lots: [lot],
    calendar: { years: "financial", first: "2021/22", last: "2024/25" },
  });

const asInTheNote = planOf("every conversion is one", "1", {
  needShare: "1",
  takeUpShare: "1",
  referralsPerPerson: "1",
  startRate: "1",
  completionRate: "1",
});
console.log("\nThe note takes the 900 for people and for the volume of year three alike.");
console.log(
  "So here every conversion is 1: one person is one referral, one start and one completion a year.",
);
console.table(forecast(asInTheNote).table("year"));

const withRates = planOf("illustrative rates", "1.5", {
  needShare: "0.39",
  takeUpShare: "0.8",
  referralsPerPerson: "1.15",
  startRate: "0.7",
  completionRate: "0.5",
});
console.log("\nWith illustrative rates, and a turnover of 1.5, the same 900 people are another volume.");
const other = forecast(withRates);
console.table(other.table("year"));

const people = screening.eligible;
const { starts } = other.total({ year: "2023/24" });
console.log(
  `\n900 eligible people at a date, ${String(starts.rounded({ places: 0, mode: "half even" }))} in 2023/24:`,
);
console.log(
  `${String(starts.dividedBy(people).rounded({ places: 2, mode: "half even" }))} for each. A caseload is not a volume.`,
);
