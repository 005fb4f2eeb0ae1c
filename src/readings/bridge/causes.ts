/** What a row's figure is a product of, in the order in which they come about: the causes of a difference. */
export const factors = [
  "caseload",
  "eligibility",
  "turnover",
  "need",
  "takeUp",
  "startRate",
  "completionRate",
  "complexityMix",
  "rampUp",
  "unitCost",
] as const;

export type Factor = (typeof factors)[number];

/** Why two forecasts differ. Scope is what only one of them has; interaction, what no cause brings about alone. */
export type Cause = Factor | "scope" | "interaction";

export const labels: Readonly<Record<Cause, string>> = {
  caseload: "caseload",
  eligibility: "eligibility",
  turnover: "turnover",
  need: "need",
  takeUp: "take-up",
  startRate: "start rate",
  completionRate: "completion rate",
  complexityMix: "complexity mix",
  rampUp: "ramp-up",
  unitCost: "unit cost",
  scope: "scope",
  interaction: "interaction",
};

const ofReferrals = [
  "caseload",
  "eligibility",
  "turnover",
  "need",
  "takeUp",
  "complexityMix",
  "rampUp",
] as const satisfies readonly Factor[];

/** The figures of a row that a bridge can split, their units, and the causes of each. */
export const bridged = {
  referralsMade: { unit: "referrals", extra: [] },
  referrals: { unit: "referrals", extra: [] },
  starts: { unit: "starts", extra: ["startRate"] },
  completions: { unit: "completions", extra: ["startRate", "completionRate"] },
  indicativeValue: { unit: "GBP", extra: ["startRate", "unitCost"] },
} as const satisfies Readonly<Record<string, { readonly unit: string; readonly extra: readonly Factor[] }>>;

export type BridgedFigure = keyof typeof bridged;

/** The causes of a figure, in the order in which they come about. */
export function factorsOf(of: BridgedFigure): readonly Factor[] {
  const own: ReadonlySet<Factor> = new Set<Factor>([...ofReferrals, ...bridged[of].extra]);
  return factors.filter((factor) => own.has(factor));
}
