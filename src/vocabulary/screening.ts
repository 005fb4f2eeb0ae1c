import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import type { Attributes } from "./attributes.ts";
import type { Caseload } from "./caseload.ts";
import { caseloadSchema } from "./caseload.ts";
import { caseloadProblems } from "./checks/caseload.ts";
import { rangeProblems } from "./checks/assumptions.ts";
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

/** The options of a screening with what they leave out filled in. */
export interface ScreeningOptions {
  readonly on: string;
  readonly cohort: Cohort;
  readonly levels: readonly string[] | undefined;
  readonly context: Attributes;
  readonly words: Words;
}

/** What {@link parseScreening} is given: whatever a caller has. */
interface Given {
  readonly on: string;
  readonly cohort?: Cohort;
  readonly levels?: readonly string[];
  readonly context?: Attributes;
  readonly words?: Partial<Words>;
}

/** Checks what is to be screened, all problems at once. */
export function parseScreening(
  caseload: Caseload,
  service: Pick<Service, "rules" | "complexityMix">,
  options: Given,
): ScreeningOptions {
  const { problems } = formOf(schema, { caseload, service, options });
  if (problems.length > 0) throw invalidData("screening", problems);
  const { on, cohort = {}, levels, context = {} } = options;
  const words = wordsOfPlan({ words: options.words });
  const known = words.complexityLevels.map(({ id }) => id);
  const meant = [
    ...wordProblems({ words }),
    ...caseloadProblems({ words, caseload, setAside: [], turnoverMissing: false, services: {} }),
    ...ruleProblems(["service"], service, words, { lots: [undefined] }),
    ...mixProblems(["service", "complexityMix"], service.complexityMix, words),
    ...[...screeningPlaces(caseload, service.complexityMix)].flatMap(rangeProblems),
    ...Object.entries(context).flatMap(([name, word]) => contextProblems(name, word, words)),
    ...(levels ?? []).flatMap((level, index) =>
      unlessKnown(["options", "levels", index], level, known, "a complexity level"),
    ),
  ];
  if (meant.length > 0) throw invalidData("screening", meant);
  return { on, cohort, levels, context, words };
}

/** What a lot adds to what is known of people, in words that are known. */
function contextProblems(name: string, word: string | undefined, words: Words): Problem[] {
  const path = ["options", "context", name];
  const attributes = attributesOf(words);
  if (!attributes.includes(name)) return [unknownWord(path, name, attributes, "an attribute")];
  return word === undefined ? [] : unlessKnown(path, word, wordsFor(name, words), `a word for ${name}`);
}
