import { given } from "../numbers/figure.ts";
import type { Figure } from "../numbers/figure.ts";
import type { Service } from "../vocabulary/service.ts";
import { differsBy, figureChooser } from "./inputs.ts";
import type { Chooser, FigureChooser } from "./inputs.ts";
import { mixChooser } from "./mix.ts";
import type { Shares } from "./mix.ts";
import { capacityOf, growthOf } from "./ramp.ts";
import type { Growth } from "./ramp.ts";
import { unitCostOf } from "./unit-cost.ts";
import type { UnitCost } from "./unit-cost.ts";

/** The rates that turn eligible people into referrals. */
export interface NeedRates {
  readonly needShare: Chooser<Figure<"ratio">>;
  readonly takeUpShare: FigureChooser<"takeUpShare">;
  readonly referralsPerPerson: FigureChooser<"referralsPerPerson">;
}

/** A service of a plan made ready: its assumptions as figures, chosen by the attributes of people or rows. */
export interface ServiceModel {
  readonly id: string;
  readonly name: string;
  readonly rules: Service["rules"];
  readonly mix: Chooser<Shares>;
  readonly need: NeedRates;
  /** Whether the mix or the need differs by year, so that the people of each year must be followed apart. */
  readonly needByYear: boolean;
  readonly startRate: FigureChooser<"startRate">;
  readonly completionRate: FigureChooser<"completionRate">;
  readonly unmetBecomes: Service["rampUp"]["unmet"];
  readonly capacity: Growth;
  /** How spend grows, where it does not follow volume. */
  readonly spend: Growth | undefined;
  readonly unitCost: UnitCost;
}

const needByRule = /* @__PURE__ */ given(1, "ratio", {
  name: "needShare",
  source: "the eligibility rules ask for the need themselves",
});

export function serviceModel(id: string, name: string, service: Service): ServiceModel {
  const path = ["services", id];
  const about = { service: name };
  const { needShare, takeUpShare, referralsPerPerson, complexityMix, rampUp, spendProfile } = service;
  return {
    id,
    name,
    rules: service.rules,
    mix: mixChooser([...path, "complexityMix"], complexityMix, about),
    need: {
      needShare:
        needShare === undefined
          ? () => needByRule
          : figureChooser([...path, "needShare"], "needShare", needShare, about),
      takeUpShare: figureChooser([...path, "takeUpShare"], "takeUpShare", takeUpShare, about),
      referralsPerPerson: figureChooser(
        [...path, "referralsPerPerson"],
        "referralsPerPerson",
        referralsPerPerson,
        about,
      ),
    },
    needByYear: [needShare, takeUpShare, referralsPerPerson].some((rate) => differsBy("year", rate)),
    startRate: figureChooser([...path, "startRate"], "startRate", service.startRate, about),
    completionRate: figureChooser(
      [...path, "completionRate"],
      "completionRate",
      service.completionRate,
      about,
    ),
    unmetBecomes: rampUp.unmet,
    capacity: capacityOf([...path, "rampUp"], rampUp, about),
    spend: spendProfile === undefined ? undefined : growthOf([...path, "spendProfile"], spendProfile, about),
    unitCost: unitCostOf([...path, "unitCost"], service.unitCost, about),
  };
}
