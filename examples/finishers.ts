/** Ten finishers: the places and referrals it takes on average, and nine times in ten. */
import { given, placesNeeded, referralsNeeded, startsNeeded } from "volumes-and-values";
import { chanceOfAtLeast, placesForChance } from "volumes-and-values/uncertainty";
import type { Figure } from "volumes-and-values";

const wanted = 10;
const completionsPerPlace = { count: 1, of: 3 };
const percent = (places: number): string =>
  chanceOfAtLeast({ completions: wanted, places, completionsPerPlace })
    .times(100)
    .rounded({ places: 1, mode: "half even" })
    .toString();

const onAverage = placesNeeded({ completions: wanted, completionsPerPlace });
console.log(
  `Ten finishers at one in three take ${String(onAverage)} on average. Source: RR3 meeting note, section 3b.`,
);
for (const places of [30, 35, 40])
  console.log(`  ${String(places)} places give at least ten ${percent(places)} times in a hundred`);
const places = placesForChance({ completions: wanted, completionsPerPlace, chance: "0.9" });
console.log(`  ${String(places)} places are the fewest that give at least ten nine times in ten`);

/** Source: NHS Digital, psychological therapies, annual reports to 2021-22; referrals and starts rounded to 10,000. */
const funnel = [
  { year: "2019-20", referrals: 1_690_000, started: 1_170_000, completed: 606_192 },
  { year: "2020-21", referrals: 1_460_000, started: 1_020_000, completed: 634_649 },
  { year: "2021-22", referrals: 1_810_000, started: 1_240_000, completed: 664_087 },
];

console.log("\nA published funnel, and the referrals that ten finishers would take at its rates:");
const rounded = (figure: Figure): string => String(figure.rounded({ places: 3, mode: "half even" }).value);
console.table(
  funnel.map(({ year, referrals, started, completed }) => {
    const startRate = given({ count: started, of: referrals }, "starts/referrals", { name: "startRate" });
    const completionRate = given({ count: completed, of: started }, "completions/starts", {
      name: "completionRate",
    });
    const needed = referralsNeeded({
      starts: startsNeeded({ completions: wanted, completionRate }),
      startRate,
    });
    return {
      year,
      startRate: rounded(startRate),
      completionRate: rounded(completionRate),
      referralsOnAverage: String(needed.rounded({ places: 0, mode: "up" }).value),
      // One referral is one place here: it finishes, or it does not.
      referralsNineTimesInTen: placesForChance({
        completions: wanted,
        completionsPerPlace: { count: completed, of: referrals },
        chance: "0.9",
      }),
    };
  }),
);
console.log(
  "With caution: referrals and starts were published rounded, and the starts and completions of a year are not one cohort.",
);
