/** An Essex provider under the lot's ramp: staff made redundant and hired again, a smoother profile, what each costs. */
import { forecast, parsePlan, present, starts } from "volumes-and-values";
import { monthlyFlows, smoothRampUp, staff, staffingGaps } from "volumes-and-values/provider";
import { referenceRules } from "volumes-and-values/reference";
import type { Figure } from "volumes-and-values";
import type { SmoothConstraint, StaffingGaps } from "volumes-and-values/provider";

// The 900 of year three are those of the RR3 meeting note, 26 August 2020, section 3b. All else is illustrative.
const plan = parsePlan({
  schema: "volumes-and-values/plan/1",
  name: "Essex accommodation, every conversion one",
  caseload: {
    asOf: "2020-06-30",
    source: "RR3 meeting note, 26 August 2020, section 3b: 900",
    counted: "people",
    cells: [{ area: "essex", sentenceType: "community-order-rar", people: 900 }],
  },
  turnover: 1,
  services: {
    accommodation: {
      rules: referenceRules["accommodation"],
      complexityMix: { low: "0.3", medium: "0.5", high: "0.2" },
      needShare: 1,
      takeUpShare: 1,
      referralsPerPerson: 1,
      startRate: 1,
      completionRate: "0.5",
      rampUp: { profile: { shape: "linear", monthsToPlateau: 21 }, unmet: "lost" },
      unitCost: { costPerStart: 300 },
    },
  },
  lots: [{ id: "essex", service: "accommodation", areas: ["essex"], cohort: {}, from: "2021-06-26" }],
  calendar: { years: "financial", first: "2021/22", last: "2023/24" },
});
const result = forecast(plan);

const staffing = {
  roles: {
    adviser: {
      hoursPerStart: 8,
      hoursPerCompletion: 2,
      productiveHours: {
        workingDays: 260,
        leaveDays: 35,
        trainingDays: 5,
        sicknessDays: 10,
        hoursPerDay: "7.5",
        travelShare: "0.1",
      },
      posts: "whole",
      salary: 26_000,
      onCostPerPound: "0.25",
    },
    manager: {
      manages: "adviser",
      postsPerManager: 8,
      minimumCover: "0.5",
      posts: "in parts",
      salary: 36_000,
      onCostPerPound: "0.25",
    },
  },
} as const;

// Before go-live the provider starts 830 people a year, with six advisers and a part of a manager's post.
const before = {
  value: 249_000,
  posts: { adviser: 6, manager: "0.75" },
};
const costs = {
  noticePerPost: 2_000,
  redundancyPerPost: 4_500,
  recruitmentPerPost: 2_500,
  trainingPerPost: 3_000,
  vacancyPerPost: 1_500,
};

const profile = {
  before: before.value,
  years: result.by("year").map(({ year, indicativeValue, referralsMade }) => ({
    year,
    indicativeValue,
    // Every referral starts here, so that what is referred is what there is need of.
    startsNeeded: starts({ referrals: referralsMade, startRate: 1 }),
  })),
  costPerStart: 300,
  completionRate: "0.5",
  staffing,
  from: "2021-06-26",
};

const pounds = (figure: Figure): string => {
  const digits = String(figure.rounded({ places: 0, mode: "half even" }).value);
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
};

const percentOf = (share: Figure<"ratio">): string =>
  String(share.times(100).rounded({ places: 0, mode: "half even" }));

/** The lot's own ramp month by month: only those months in which adviser posts end or begin. */
function reportMonths(): void {
  const volumes = Object.fromEntries(result.years.map((year) => [year, result.total({ year })]));
  const flows = monthlyFlows(volumes, {
    from: "2021-06-26",
    ramp: { shape: "linear", monthsToPlateau: 21 },
    lagToStart: "0.5",
    lagToCompletion: 3,
    lagToDropOut: 1,
  });
  const posts = staff(staffing, { work: flows.rows, from: "2021-06-26" });
  const gaps = staffingGaps(posts, { opening: before.posts, costs });
  const steps = gaps.rows.filter(
    ({ role, ended, begun }) => role === "adviser" && !(ended.value.isZero() && begun.value.isZero()),
  );
  console.log("\nThe lot's own ramp, month by month: where adviser posts end or begin");
  console.table(
    steps.map(({ period, before: were, posts: are, ended, begun, hiredAgain }) => ({
      month: period,
      before: String(were.value),
      posts: String(are.value),
      ended: String(ended.value),
      begun: String(begun.value),
      hiredAgain: String(hiredAgain.value),
    })),
  );
}

function report(title: string, gaps: StaffingGaps): void {
  const first = gaps.total("2021/22");
  const all = gaps.total();
  console.log(`\n${title}`);
  console.table(gaps.table());
  console.log(
    `${percentOf(present(first.endedShare))}% of the posts end in year one; ${String(all.hiredAgain)} are hired again,`,
    `${percentOf(present(all.hiredAgainShare))}% of those that end.`,
  );
  console.log(
    `Letting go and hiring again costs £${pounds(all.cost)}; carrying the staff through, £${pounds(present(all.costOfCarrying))}.`,
  );
}

const constraints: readonly (readonly [string, SmoothConstraint])[] = [
  ["The nearest profile with no gap above £100,000", { gapsAtMost: 100_000 }],
  ["The least largest gap at equal total spend", { leastLargestGap: "at equal total spend" }],
];
for (const [index, [title, constraint]] of constraints.entries()) {
  const smooth = smoothRampUp(profile, constraint);
  const gapsOf = (staff: typeof smooth.original.staff): StaffingGaps => {
    if (staff === undefined) throw new Error("a staffing was given");
    return staffingGaps(staff, { opening: before.posts, costs });
  };
  if (index === 0) {
    report("The lot's own ramp", gapsOf(smooth.original.staff));
    reportMonths();
  }
  console.log(`\n${title}: the lot's profile, and the smoother one`);
  console.table(smooth.table());
  console.log(
    `Largest gap £${pounds(smooth.original.largestGap)}, then £${pounds(smooth.smoothed.largestGap)};`,
    `in all £${pounds(smooth.original.value)}, then £${pounds(smooth.smoothed.value)};`,
    `starts unmet ${pounds(present(smooth.original.unmet))}, then ${pounds(present(smooth.smoothed.unmet))}.`,
  );
  report(title, gapsOf(smooth.smoothed.staff));
}
