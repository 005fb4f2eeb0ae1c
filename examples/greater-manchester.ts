/**
 * Greater Manchester's accommodation contract, tendered at 170 referrals a month, that received significantly more. It
 * admits licence and post-sentence supervision first, and orders from April 2022 "if referral numbers stay within agreed
 * levels" (public contract text). Who is admitted month by month, and who is served first where not everybody can be. The
 * 170 and the rules are public; people, rates, seasons and hours are illustrative.
 */
import { forecast, parsePlan, screen } from "volumes-and-values";
import {
  admittedByMonth,
  admittedTogether,
  monthlyFlows,
  monthsReferred,
  prioritise,
} from "volumes-and-values/provider";
import { whatIf } from "volumes-and-values/readings";
import { greaterManchesterAccommodationRules as rules } from "volumes-and-values/reference";
import type { Caseload, Figure, Forecast, Rule } from "volumes-and-values";
import type { MonthAdmitted, MonthlyFlows, ReferralGroup, VolumeRule } from "volumes-and-values/provider";

const area = "greater-manchester";
const licence: Caseload["cells"] = [
  { people: 2500, area, sentenceType: "licence" },
  { people: 800, area, sentenceType: "post-sentence-supervision" },
];
const orders: Caseload["cells"] = [
  { people: 1100, area, sentenceType: "community-order-rar" },
  { people: 550, area, sentenceType: "suspended-sentence-rar" },
];
const withoutRequirement: Caseload["cells"] = [
  { people: 2000, area, sentenceType: "community-order-no-rar" },
];
const caseloadOf = (cells: Caseload["cells"]): Caseload => ({
  asOf: "2021-12-31",
  source: "illustrative",
  counted: "people",
  cells,
});
const complexityMix = { low: "0.3", medium: "0.5", high: "0.2" };

console.log(
  "Greater Manchester accommodation, tendered at 170 referrals a month. That and the rules are public;",
);
console.log("people, rates, seasons, referrals and hours are illustrative.");

console.log("\nWho is eligible on the caseload, before April 2022 and from then on");
const everybody = caseloadOf([...licence, ...orders, ...withoutRequirement]);
for (const on of ["2022-01-01", "2022-04-01"]) {
  console.log(`\nOn ${on}`);
  console.table(screen(everybody, { rules, complexityMix }, { on, cohort: {} }).table());
}

// The date is the rule on volume's below: here orders are whoever is referred, admitted or not.
const undated = rules.map((one) => ({ ...one, from: undefined }));
const nobodyElse = {
  id: "others",
  decision: "exclude",
  when: {},
  reason: "counted apart",
  source: "the example's own",
} as const;
/** The rules by which people on licence are admitted, or those on orders, and nobody else. */
const admitting = (id: string): readonly Rule[] => [...undated.filter((one) => one.id === id), nobodyElse];

/** Those who are admitted anyhow, and those on orders, as two services of one plan. */
function forecastOf(referralsPerPerson: string): Forecast {
  const serviceOf = (id: string) => ({
    rules: admitting(id),
    complexityMix,
    needShare: "0.4",
    takeUpShare: "0.8",
    referralsPerPerson,
    startRate: "0.7",
    completionRate: "0.5",
    rampUp: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" },
    unitCost: { costPerStart: 300 },
  });
  const [anyhow, onOrders] = rules.map(({ id }) => id) as [string, string];
  return forecast(
    parsePlan({
      schema: "volumes-and-values/plan/1",
      name: "Greater Manchester accommodation, illustrative",
      words: {
        services: [
          { id: "after-release", name: "Accommodation, after release" },
          { id: "orders", name: "Accommodation, orders" },
        ],
        contractTypes: [
          { id: "accommodation", name: "Accommodation", services: ["after-release", "orders"] },
        ],
      },
      caseload: caseloadOf([...licence, ...orders]),
      turnover: "1.25",
      services: { "after-release": serviceOf(anyhow), orders: serviceOf(onOrders) },
      lots: [{ id: "gm", contractType: "accommodation", areas: [area], cohort: {}, from: "2022-01-01" }],
      calendar: { years: "financial", first: "2021/22", last: "2022/23" },
    }),
  );
}

/** The referrals to a service by month, from January 2022 to March 2023. */
function flowsOf(made: Forecast, service: string): MonthlyFlows {
  const volumes = Object.fromEntries(made.years.map((year) => [year, made.total({ year, service })]));
  return monthlyFlows(volumes, {
    from: "2022-01-01",
    lagToStart: "0.5",
    lagToCompletion: 3,
    lagToDropOut: 1,
    seasonality: {
      april: "0.95",
      may: 1,
      june: 1,
      july: "1.05",
      august: "1.1",
      september: "1.05",
      october: 1,
      november: "0.95",
      december: "0.8",
      january: "1.1",
      february: 1,
      march: 1,
    },
  });
}

const rule: VolumeRule = {
  agreedLevel: 170,
  from: "2022-04-01",
  reads: "admitted",
  monthBefore: 110,
  reason: "orders, if referral numbers stay within agreed levels",
  source: "Greater Manchester's accommodation contract; volumes illustrative",
};
function admittedUnder(reads: VolumeRule["reads"], referralsPerPerson: string): readonly MonthAdmitted[] {
  const made = forecastOf(referralsPerPerson);
  const months = monthsReferred({
    alwaysAdmitted: flowsOf(made, "after-release"),
    conditional: flowsOf(made, "orders"),
  });
  return admittedByMonth(months, { ...rule, reads });
}

const whole = (figure: Figure): string => String(figure.rounded({ places: 0, mode: "half even" }).value);
const asTable = (months: readonly MonthAdmitted[]) =>
  months.map(({ month, open, admitted, keptOut, reason }) => ({
    month,
    orders: open ? "admitted" : "kept out",
    admitted: whole(admitted),
    "kept out": whole(keptOut),
    why: reason.slice(rule.reason.length + 2),
  }));

console.log("\nAs forecast: the rule reads those admitted in the month before");
console.table(asTable(admittedUnder("admitted", "1")));

const { admitted: inYear } = admittedTogether(admittedUnder("admitted", "1"), {
  from: "2022-04",
  to: "2023-03",
});
const fewer = whatIf(inYear, { "caseload.cells.3.people": 500 });
console.log(
  `In the twelve months from April ${whole(inYear)}; with 500 on suspended sentences, ${whole(fewer)}.`,
);

console.log(
  "\n30% more referrals: orders are admitted and kept out by turns, and every other month is above 170",
);
console.table(asTable(admittedUnder("admitted", "1.3")));

console.log("\nWhat the twelve months from April come to, as the contract's words are read");
console.table(
  (["1", "1.3"] as const).flatMap((referralsPerPerson) =>
    (["admitted", "referred"] as const).map((reads) => {
      const months = admittedUnder(reads, referralsPerPerson);
      const { admitted, keptOut } = admittedTogether(months, { from: "2022-04", to: "2023-03" });
      return {
        referrals: referralsPerPerson === "1" ? "as forecast" : "30% more",
        "it reads": `those ${reads}`,
        "months open": String(months.filter(({ open }) => open).length),
        admitted: whole(admitted),
        "kept out": whole(keptOut),
      };
    }),
  ),
);

// One month's 221 referrals, 30% more than 170 (illustrative), in groups of people who are alike.
const group = (
  id: string,
  referrals: number,
  risk: string,
  need: string,
  acuteness: string,
  readiness: string,
) => ({
  id,
  referrals,
  attributes: { risk, need, acuteness, readiness },
});
const referred: readonly ReferralGroup[] = [
  group("A", 28, "low", "stability", "mild", "ready"),
  group("B", 14, "low", "linked", "severe", "ready"),
  group("C", 18, "medium", "stability", "moderate", "not-ready"),
  group("D", 22, "medium", "stability", "severe", "ready"),
  group("E", 35, "medium", "linked", "moderate", "ready"),
  group("F", 28, "medium", "linked", "severe", "ready"),
  group("G", 12, "high", "stability", "moderate", "ready"),
  group("H", 30, "high", "linked", "moderate", "ready"),
  group("I", 10, "high", "linked", "severe", "not-ready"),
  group("J", 24, "high", "linked", "severe", "ready"),
];
const risk = { by: "risk", first: ["high", "medium", "low"] };
const need = { by: "need", first: ["linked", "stability"] };
const acuteness = { by: "acuteness", first: ["severe", "moderate", "mild"] };
const readiness = { by: "readiness", first: ["ready", "not-ready"] };
const hoursPerReferral = { by: "acuteness", values: { severe: 12, moderate: 6, mild: 3 } };

console.log(
  "\nInstead of shutting: 221 referred in a month, capacity for 170, by risk, then need, then responsivity",
);
const served = prioritise(referred, 170, [risk, need, acuteness, readiness], { hoursPerReferral });
console.table(served.table());
console.log(`${String(served.served)} served, ${String(served.waiting)} waiting.`);

console.log("\nThe amount of intervention follows acuteness, apart from the risk by which people are ranked");
console.table(
  served.rows
    .filter(({ served: now }) => !now.value.isZero())
    .map(({ attributes, served: now, hours }) => ({
      risk: attributes["risk"],
      acuteness: attributes["acuteness"],
      served: whole(now),
      "hours each": String(hours?.dividedBy(now).value),
      hours: hours === undefined ? "" : whole(hours),
    })),
);
if (served.hours !== undefined)
  console.log(
    `In all ${String(served.hours)}; to serve all 221, ${String(whatIf(served.hours, { capacity: 221 }))}.`,
  );

console.log("\nWho waits is a choice of the order: those with a severe need who wait, under each");
for (const order of [
  [risk, need, acuteness, readiness],
  [need, risk, acuteness, readiness],
  [acuteness, risk, need, readiness],
]) {
  const severe = prioritise(referred, 170, order).rows.filter(
    ({ attributes }) => attributes["acuteness"] === "severe",
  );
  const waiting = severe.map((row): Figure => row.waiting).reduce((sum, one) => sum.plus(one));
  console.log(`  ${order.map(({ by }) => by).join(", then ")}: ${whole(waiting)}`);
}
