import type { Assumption, AssumptionBy, OneOrBy } from "./assumption.ts";
import { isByAttribute } from "./assumption.ts";
import type { Caseload } from "./caseload.ts";
import type { Sound } from "./checks/sound.ts";
import type { Path } from "./problems.ts";
import type { Mix, Profile, Service } from "./service.ts";
import { slots } from "./slots.ts";
import type { SlotName, Subject } from "./slots.ts";

/** Where a plan holds an assumption, and what it is. */
export interface Place {
  readonly path: Path;
  readonly slot: SlotName;
  readonly value: Assumption;
}

interface Source {
  readonly path: Path;
  readonly slot: SlotName;
  readonly value: AssumptionBy | undefined;
}

const serviceSlots = [
  "needShare",
  "takeUpShare",
  "referralsPerPerson",
  "startRate",
  "completionRate",
] as const;

/** The one thing, or each of those that differ by an attribute, with its path. */
export function* leavesOf<A>(
  path: Path,
  value: OneOrBy<A> | undefined,
): Generator<{ readonly path: Path; readonly value: A }> {
  if (value === undefined) return;
  if (!isByAttribute(value)) {
    yield { path, value };
    return;
  }
  for (const [word, one] of Object.entries(value.values)) yield* leavesOf([...path, "values", word], one);
  yield* leavesOf([...path, "otherwise"], value.otherwise);
}

function* profileSources(path: Path, profile: Profile): Generator<Source> {
  if (profile.shape === "table") {
    for (const [index, value] of profile.factors.entries())
      yield { path: [...path, "factors", index], slot: "rampFactor", value };
  } else
    yield { path: [...path, "firstMonthShare"], slot: "firstMonthShare", value: profile.firstMonthShare };
}

function* mixSources(path: Path, complexityMix: Service["complexityMix"]): Generator<Source> {
  for (const { path: at, value: mix } of leavesOf<Mix>(path, complexityMix)) {
    for (const [level, value] of Object.entries(mix)) {
      if (value !== "rest") yield { path: [...at, level], slot: "complexityShare", value };
    }
  }
}

function* serviceSources(path: Path, service: Service): Generator<Source> {
  yield* mixSources([...path, "complexityMix"], service.complexityMix);
  for (const slot of serviceSlots) yield { path: [...path, slot], slot, value: service[slot] };
  yield* profileSources([...path, "rampUp", "profile"], service.rampUp.profile);
  yield { path: [...path, "rampUp", "plateau"], slot: "plateau", value: service.rampUp.plateau };
  if (service.spendProfile !== undefined)
    yield* profileSources([...path, "spendProfile"], service.spendProfile);
  for (const [slot, value] of Object.entries(service.unitCost))
    yield { path: [...path, "unitCost", slot], slot: slot as SlotName, value };
}

const supervisionsSource = (caseload: Pick<Caseload, "supervisionsPerPerson"> | undefined): Source => ({
  path: ["caseload", "supervisionsPerPerson"],
  slot: "supervisionsPerPerson",
  value: caseload?.supervisionsPerPerson,
});

function* sources(plan: Sound): Generator<Source> {
  yield supervisionsSource(plan.caseload);
  yield { path: ["turnover"], slot: "turnover", value: plan.turnover };
  for (const [id, service] of Object.entries(plan.services))
    if (service !== undefined) yield* serviceSources(["services", id], service);
  for (const [year, value] of Object.entries(plan.prices?.index.values ?? {}))
    yield { path: ["prices", "index", "values", year], slot: "priceIndex", value };
  for (const [index, lot] of plan.lots.entries())
    yield { path: ["lots", index, "mobilisation"], slot: "mobilisation", value: lot?.mobilisation };
}

function* placesIn(found: Iterable<Source>): Generator<Place> {
  for (const { path, slot, value } of found) {
    for (const leaf of leavesOf<Assumption>(path, value)) yield { ...leaf, slot };
  }
}

/** Every assumption of a plan, with its path. */
export const placesOf = (plan: Sound): Iterable<Place> => placesIn(sources(plan));

/** The assumptions that a screening rests on. */
export const screeningPlaces = (caseload: Caseload, mix: Service["complexityMix"]): Iterable<Place> =>
  placesIn([supervisionsSource(caseload), ...mixSources(["service", "complexityMix"], mix)]);

/** Everything that may differ by an attribute, with its path and what it is about. */
export function* choicesOf(
  plan: Sound,
): Generator<{ readonly path: Path; readonly value: unknown; readonly of: Subject }> {
  for (const { path, slot, value } of sources(plan)) yield { path, value, of: slots[slot].of };
  for (const [id, service] of Object.entries(plan.services)) {
    yield { path: ["services", id, "complexityMix"], value: service?.complexityMix, of: "cell" };
  }
}
