import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import type { Attributes } from "./attributes.ts";
import type { Caseload } from "./caseload.ts";
import { caseloadSchema } from "./caseload.ts";
import { caseloadProblems } from "./checks/caseload.ts";
import { choiceProblems, rangeProblems } from "./checks/assumptions.ts";
import { mixProblems } from "./checks/mixes.ts";
import { ruleProblems } from "./checks/services.ts";
import { wordsOfPlan } from "./checks/sound.ts";
import { wordProblems } from "./checks/words.ts";
import type { Cohort } from "./lot.ts";
import { cohortSchema } from "./lot.ts";
import { attributesOf, wordsFor } from "./known-words.ts";
import { screeningPlaces } from "./places.ts";
import { formOf } from "./parsed.ts";
import { invalidData, unknownWord, unlessKnown } from "./problems.ts";
import { day, identifier } from "./schema.ts";
import type { Service } from "./service.ts";
import { mixSchema } from "./service.ts";
import { oneOrBy } from "./assumption.ts";
import { ruleSchema } from "./rule.ts";
import type { Words } from "./words.ts";
import { wordsSchema } from "./words.ts";

const schema = z.object({
  caseload: caseloadSchema,
  service: z.object({
    rules: z.array(ruleSchema),
    complexityMix: oneOrBy(mixSchema, "shares by complexity level"),
  }),
  options: z.strictObject({
    on: day,
    cohort: z.optional(cohortSchema),
    levels: z.optional(z.array(identifier)),
    context: z.optional(z.record(identifier, z.optional(identifier))),
    words: z.optional(wordsSchema),
  }),
});

/** What is screened, a copy without what is undefined, and the options with what they leave out filled in. */
export interface Screened extends Omit<Given, "options"> {
  readonly on: string;
  readonly cohort: Cohort;
  readonly levels: readonly string[] | undefined;
  readonly context: Attributes;
  readonly words: Words;
}

/** What {@link parseScreening} is given: whatever a caller has. */
interface Given {
  readonly caseload: Caseload;
  readonly service: Pick<Service, "rules" | "complexityMix">;
  readonly options: {
    readonly on: string;
    readonly cohort?: Cohort;
    readonly levels?: readonly string[];
    readonly context?: Attributes;
    readonly words?: Partial<Words>;
  };
}

/** Checks what is to be screened, all problems at once. */
export function parseScreening(given: Given): Screened {
  const { copy, problems } = formOf(schema, given);
  if (problems.length > 0) throw invalidData("screening", problems);
  const { caseload, service, options } = copy as Given;
  const { on, cohort = {}, levels, context = {} } = options;
  const words = wordsOfPlan({ words: options.words });
  const known = words.complexityLevels.map(({ id }) => id);
  const ofLot = { lots: [undefined], calendar: undefined };
  const mix = ["service", "complexityMix"];
  const meant = [
    ...wordProblems({ words }),
    ...caseloadProblems({ words, caseload, setAside: [], turnoverMissing: false, services: {} }),
    ...ruleProblems(["service"], service, words, ofLot),
    ...mixProblems(mix, service.complexityMix, words),
    ...choiceProblems({ path: mix, value: service.complexityMix, of: "cell" }, ofLot, words),
    ...[...screeningPlaces(caseload, service.complexityMix)].flatMap(rangeProblems),
    ...Object.entries(context).flatMap(([name, word]) => contextProblems(name, word as string, words)),
    ...(levels ?? []).flatMap((level, index) =>
      unlessKnown(["options", "levels", index], level, known, "a complexity level"),
    ),
  ];
  if (meant.length > 0) throw invalidData("screening", meant);
  return { caseload, service, on, cohort, levels, context, words };
}

/** What a lot adds to what is known of people, in words that are known. */
function contextProblems(name: string, word: string, words: Words): Problem[] {
  const path = ["options", "context", name];
  const attributes = attributesOf(words);
  return attributes.includes(name)
    ? unlessKnown(path, word, wordsFor(name, words), `a word for ${name}`)
    : [unknownWord(path, name, attributes, "an attribute")];
}
