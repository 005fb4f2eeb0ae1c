import { partMonthFactor, partOfMonth, yearFactor } from "../formulas/ramp-up.ts";
import { rampFactors } from "../formulas/ramp-shapes.ts";
import { constant } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Path } from "../vocabulary/problems.ts";
import type { Profile, RampUp } from "../vocabulary/service.ts";
import { monthIndex, monthsIn } from "./calendar.ts";
import type { Month, Period } from "./calendar.ts";
import type { InputFigures } from "./inputs.ts";

/** Growth by month from go-live: the factor of a month, the first being 1. */
export type Growth = (month: number) => Figure<"ratio">;

const whole = constant(1);

/** No growth: the whole, in every month. */
export const steady: Growth = () => whole;

/** The growth that a profile of a plan describes. */
export function growthOf(path: Path, profile: Profile, service: About, inputs: InputFigures): Growth {
  const factors = inputs.once(`${path.join(".")} as factors`, () =>
    factorsOf(path, profile, service, inputs),
  );
  return (month) => factors[month - 1] ?? (profile.shape === "table" ? (factors.at(-1) ?? whole) : whole);
}

function factorsOf(
  path: Path,
  profile: Profile,
  service: About,
  inputs: InputFigures,
): readonly Figure<"ratio">[] {
  if (profile.shape === "table") {
    return profile.factors.map((factor, index) =>
      inputs.figure(
        [...path, "factors", index],
        "rampFactor",
        factor,
        {},
        { ...service, month: `month ${String(index + 1)}` },
      ),
    );
  }
  const { shape, monthsToPlateau, firstMonthShare } = profile;
  const first =
    firstMonthShare === undefined
      ? undefined
      : inputs.figure([...path, "firstMonthShare"], "firstMonthShare", firstMonthShare, {}, service);
  return rampFactors({ shape, monthsToPlateau, firstMonthShare: first }, path.join("."));
}

/** What a service can take by month: its growth up to its plateau, which may be more than what is referred. */
export function capacityOf(
  path: Path,
  { profile, plateau, unmet }: RampUp,
  service: About,
  inputs: InputFigures,
): Growth {
  const growth = growthOf([...path, "profile"], profile, service, inputs);
  if (plateau === undefined) return growth;
  const height = inputs.figure([...path, "plateau"], "plateau", plateau, {}, service);
  return (month) => {
    const capacity = growth(month).times(height);
    return unmet === "lost" ? capacity.min(whole) : capacity;
  };
}

/** A year's factor of a growth that began with go-live: the mean of the months in the period, each a twelfth. */
export function factorOver(period: Period, goLive: string, growth: Growth, about: About): Figure<"ratio"> {
  const first = monthIndex(goLive) - 1;
  return yearFactor(
    { months: monthsIn(period).map((month) => monthFactor(month, growth(month.index - first))) },
    about,
  );
}

function monthFactor({ daysOpen, daysInMonth }: Month, factor: Figure<"ratio">): Figure<"ratio"> {
  return daysOpen === daysInMonth
    ? factor
    : partMonthFactor({ monthFactor: factor, partOfMonth: partOfMonth({ daysOpen, daysInMonth }) });
}
