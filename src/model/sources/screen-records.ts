import { completions, starts } from "../../formulas/conversion.ts";
import { referralsOfRecords } from "../../formulas/records.ts";
import { isModelError } from "../../errors.ts";
import { describe } from "../../numbers/decimal.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { Caseload } from "../../vocabulary/caseload.ts";
import { invalidData, problem, unknownWord } from "../../vocabulary/problems.ts";
import { parseAboutRecords, serviceNames } from "../../vocabulary/records.ts";
import type { AboutRecords, RecordRates } from "../../vocabulary/records.ts";
import type { Service } from "../../vocabulary/service.ts";
import { talliedOf } from "../../vocabulary/tally.ts";
import type { PersonRecord, Tallied, TallyCell } from "../../vocabulary/tally.ts";
import { assumedFigure } from "../inputs.ts";
import { screen } from "../screen.ts";
import type { Screening, ScreenOptions } from "../screen.ts";

/** How a provider's records are screened: as a caseload is, by these attributes of theirs. */
export interface ScreenRecordsOptions<By extends string> extends ScreenOptions, AboutRecords {
  /** What the records know of people, in words: `["area", "sentenceType", "sex"]`. */
  readonly by: readonly By[];
}

/** What people who pass the rules come to. */
export interface RecordVolumes {
  readonly referrals: Figure<"referrals">;
  readonly starts: Figure<"starts">;
  readonly completions: Figure<"completions">;
}

/** A provider's own people under a lot's rules: who is eligible, who falls out where, and the volume that leaves. */
export interface ScreenedRecords<By extends string> {
  /** The records as cells of a caseload, which holds nobody's record. */
  readonly cells: readonly TallyCell<By>[];
  readonly screening: Screening;
  /** The volume that leaves; undefined where no rates were stated. */
  readonly volumes: RecordVolumes | undefined;
  /** The volume if everybody whose eligibility is unknown were eligible as well. */
  readonly volumesIfUnknownAdmitted: RecordVolumes | undefined;
}

/**
 * A provider's own people, tallied and screened under a lot's rules. Everybody is counted: who is eligible, who falls
 * out at which rule and why, and of whom the records do not know enough; and the referrals, starts and completions that
 * this leaves. Records are read once and not held.
 *
 * @param records - any iterable of records, or an async one, for which a promise is returned
 * @param service - the rules, in order, and the complexity mix that splits each cell
 * @param options - by what to tally, the screening's own options, and the rates that make volumes of people
 * @throws ModelError `invalid-data` for a record that is none, an attribute that no record has or that some misspell, a
 * word nobody knows, or options with problems.
 *
 * @example
 * ```ts
 * import { referenceRules } from "volumes-and-values/reference";
 * import { screenRecords } from "volumes-and-values/sources";
 *
 * const records = [
 *   { area: "essex", sentenceType: "licence" },
 *   { area: "essex", sentenceType: "licence" },
 *   { area: "essex", sentenceType: "community-order-no-rar" },
 * ];
 * const accommodation = { rules: referenceRules["accommodation"] ?? [], complexityMix: { low: 0, medium: 0.5, high: 0.5 } };
 * const { screening, volumes } = screenRecords(records, accommodation, {
 *   by: ["area", "sentenceType"],
 *   on: "2021-06-26",
 *   asOf: "2020-08-26",
 *   source: "illustrative",
 *   rates: { referralsPerPerson: "1.5", startRate: "0.8", completionRate: "0.5" },
 * });
 * screening.eligible; // => Figure 2 people · eligible
 * volumes?.starts; // => Figure 2.4 starts
 * ```
 */
export function screenRecords<By extends string>(
  records: Iterable<PersonRecord<By>>,
  service: Pick<Service, "rules" | "complexityMix">,
  options: ScreenRecordsOptions<By>,
): ScreenedRecords<By>;
export function screenRecords<By extends string>(
  records: AsyncIterable<PersonRecord<By>>,
  service: Pick<Service, "rules" | "complexityMix">,
  options: ScreenRecordsOptions<By>,
): Promise<ScreenedRecords<By>>;
export function screenRecords<By extends string>(
  records: Iterable<PersonRecord<By>> | AsyncIterable<PersonRecord<By>>,
  service: Pick<Service, "rules" | "complexityMix">,
  options: ScreenRecordsOptions<By>,
): ScreenedRecords<By> | Promise<ScreenedRecords<By>> {
  const { by, on, cohort, levels, context, words } = optionsIn(options);
  const about = parseAboutRecords(options);
  refuseStrangeNames(service);
  const screening = {
    on,
    ...(cohort === undefined ? {} : { cohort }),
    ...(levels === undefined ? {} : { levels }),
    ...(context === undefined ? {} : { context }),
    ...(words === undefined ? {} : { words }),
  };
  const screened = (tallied: Tallied<By>): ScreenedRecords<By> =>
    screenedOf(tallied, service, screening, about);
  const tallied = talliedOf(records, { by });
  return tallied instanceof Promise ? tallied.then(screened) : screened(tallied);
}

/** Options that are some, whatever is wrong with what they say. */
function optionsIn<By extends string>(options: ScreenRecordsOptions<By>): ScreenRecordsOptions<By> {
  if (typeof options === "object" && (options as unknown) !== null) return options;
  throw invalidData("screening of records", [
    problem(
      ["options"],
      "{ by, on, asOf, source, rates }",
      (options as unknown) === undefined ? "nothing" : describe(options),
    ),
  ]);
}

/** A name of the service that nobody knows may be one of those that screening reads, misspelt. */
function refuseStrangeNames(service: object): void {
  const strange = Object.keys(Object(service) as object).filter((name) => !serviceNames.includes(name));
  if (strange.length === 0) return;
  throw invalidData(
    "screening of records",
    strange.map((name) => unknownWord(["service", name], name, serviceNames, "a known name")),
  );
}

function screenedOf<By extends string>(
  { cells, firsts }: Tallied<By>,
  service: Pick<Service, "rules" | "complexityMix">,
  options: ScreenOptions,
  { asOf, source, rates }: AboutRecords,
): ScreenedRecords<By> {
  if (cells.length === 0)
    throw invalidData("screening of records", [problem(["records"], "one record or more", "none")]);
  const caseload: Caseload = { asOf, source, counted: "people", cells };
  const screening = ofRecords(() => screen(caseload, service, options), firsts);
  const { eligible, unknown } = screening;
  const volumesOf = rates === undefined ? () => undefined : volumesAt(rates);
  return Object.freeze({
    cells,
    screening,
    volumes: volumesOf(eligible),
    volumesIfUnknownAdmitted: volumesOf(eligible.plus(unknown).named("eligibleIfUnknownAdmitted")),
  });
}

/** What an act comes to; what is wrong with a cell in it is said of the first record of that cell. */
function ofRecords<R>(act: () => R, firsts: readonly number[]): R {
  try {
    return act();
  } catch (error) {
    if (!isModelError(error, "invalid-data")) throw error;
    const { subject, problems } = error.details;
    throw invalidData(
      subject,
      problems.map((one) => {
        const path = one.path.replace(ofCell, (_, cell: string) => `records.${String(firsts[Number(cell)])}`);
        return { ...one, path, message: path + one.message.slice(one.path.length) };
      }),
    );
  }
}

const ofCell = /^caseload\.cells\.(\d+)/;

/** The volumes of people at some rates, each an input once. */
function volumesAt(rates: RecordRates): (eligible: Figure<"people">) => RecordVolumes {
  const referralsPerPerson = assumedFigure(
    ["rates", "referralsPerPerson"],
    { name: "referralsPerPerson", unit: "referrals/people" },
    rates.referralsPerPerson,
    {},
  );
  const startRate = assumedFigure(
    ["rates", "startRate"],
    { name: "startRate", unit: "starts/referrals" },
    rates.startRate,
    {},
  );
  const completionRate = assumedFigure(
    ["rates", "completionRate"],
    { name: "completionRate", unit: "completions/starts" },
    rates.completionRate,
    {},
  );
  return (eligible) => {
    const referrals = referralsOfRecords({ eligible, referralsPerPerson });
    const started = starts({ referrals, startRate });
    return Object.freeze({
      referrals,
      starts: started,
      completions: completions({ starts: started, completionRate }),
    });
  };
}
