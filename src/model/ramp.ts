import { rampFactors } from "../formulas/ramp-shapes.ts";
import { partMonthFactor, partOfMonth, yearFactor } from "../formulas/ramp-up.ts";
import { constant } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Path } from "../vocabulary/problems.ts";
import type { Profile, RampUp } from "../vocabulary/service.ts";
import { monthIndex, monthsIn } from "./calendar.ts";
import type { Month, Period } from "./calendar.ts";
import { inputFigure } from "./inputs.ts";

/** Growth by month from go-live: the factor of a month, the first being 1. */
export type Growth = (month: number) => Figure<"ratio">;

const whole = /* @__PURE__ */ constant(1);

/** No growth: the whole, in every month. */
export const steady: Growth = () => whole;

/** The growth that a profile of a plan describes; a table's last factor stays. */
export function growthOf(path: Path, profile: Profile, about: About): Growth {
  const factors = factorsOf(path, profile, about);
  const after = profile.shape === "table" ? (factors.at(-1) ?? whole) : whole;
  return (month) => factors[month - 1] ?? after;
}

function factorsOf(path: Path, profile: Profile, about: About): readonly Figure<"ratio">[] {
  if (profile.shape === "table") {
    return profile.factors.map((factor, index) =>
      inputFigure([...path, "factors", index], "rampFactor", factor, {
        ...about,
        month: `month ${String(index + 1)}`,
      }),
    );
  }
  const { shape, monthsToPlateau, firstMonthShare: first } = profile;
  const firstMonthShare =
    first === undefined
      ? undefined
      : inputFigure([...path, "firstMonthShare"], "firstMonthShare", first, about);
  return rampFactors({ shape, monthsToPlateau, firstMonthShare }, path.join("."));
}

/** What a service can take by month: its growth up to its plateau, which may be more than what is referred. */
export function capacityOf(path: Path, { profile, plateau, unmet }: RampUp, about: About): Growth {
  const growth = growthOf([...path, "profile"], profile, about);
  if (plateau === undefined) return growth;
  const height = inputFigure([...path, "plateau"], "plateau", plateau, about);
  return (month) => {
    const capacity = growth(month).times(height);
    return unmet === "lost" ? capacity.min(whole) : capacity;
  };
}

/** A year's factor of a growth that began with go-live: the mean of the months in the period, each a twelfth. */
export function factorOver(period: Period, goLive: string, growth: Growth, about: About): Figure<"ratio"> {
  const before = monthIndex(goLive) - 1;
  return yearFactor(
    { months: monthsIn(period).map((month) => monthFactor(month, growth(month.index - before))) },
    about,
  );
}

function monthFactor({ daysOpen, daysInMonth }: Month, factor: Figure<"ratio">): Figure<"ratio"> {
  return daysOpen === daysInMonth
    ? factor
    : partMonthFactor({ monthFactor: factor, partOfMonth: partOfMonth({ daysOpen, daysInMonth }) });
}
