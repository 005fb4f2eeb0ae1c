import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { assumptionBy } from "./assumption.ts";
import type { AssumptionBy } from "./assumption.ts";
import { wordOf } from "./attributes.ts";
import { problemsInRange } from "./checks/assumptions.ts";
import { choicesIn, chosenFor, leavesOf } from "./choices.ts";
import { nearestWord } from "./nearest.ts";
import { parsedAs } from "./parsed.ts";
import { listed, pathText, problem, unknownWord } from "./problems.ts";
import type { Path } from "./problems.ts";
import { identifier, wholeNumber } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

export const prioritySchema = z.strictObject({
  /** People who were referred, one by one or as groups of like people, in the order in which they came. */
  referrals: z.array(
    z.strictObject({
      id: identifier,
      referrals: wholeNumber,
      /** What is known of them: `{ risk: "high", need: "stability", acuteness: "severe", readiness: "ready" }`. */
      attributes: z.record(identifier, identifier),
    }),
  ),
  /** What decides, first to last, and the words of each in the order in which they come. */
  order: z.array(z.strictObject({ by: identifier, first: z.array(identifier).check(z.minLength(1)) })),
  /** Hours of intervention for each of them, which may differ by any attribute. */
  hoursPerReferral: z.optional(assumptionBy),
});

export type Priority = DeepReadonly<z.infer<typeof prioritySchema>>;
export type ReferralGroup = Priority["referrals"][number];
export type PriorityOrder = Priority["order"];

/** Checks who was referred and in which order they come, all problems at once. */
export const parsePriority = (data: unknown): Priority =>
  parsedAs("priority", prioritySchema, data, (read) => [
    ...twiceProblems(
      read.referrals.map(({ id }, at) => [["referrals", at, "id"], id]),
      "an id of its own",
    ),
    ...twiceProblems(
      read.order.map(({ by }, at) => [["order", at, "by"], by]),
      "each attribute once",
    ),
    ...read.order.flatMap(({ by, first }, index) => [
      ...attributeProblems(["order", index, "by"], by, read),
      ...twiceProblems(
        first.map((word, at) => [["order", index, "first", at], word]),
        "each word once",
      ),
    ]),
    ...strangeWords(read),
    ...nearAttributes(read),
    ...(read.hoursPerReferral === undefined ? [] : hoursProblems(read.hoursPerReferral, read)),
  ]);

/** A problem for each word that stands a second time. */
function twiceProblems(
  words: readonly (readonly [path: Path, word: string])[],
  expected: string,
): readonly Problem[] {
  const seen = new Set<string>();
  return words.flatMap(([path, word]) =>
    seen.size === seen.add(word).size ? [problem(path, expected, `${word} again`)] : [],
  );
}

/** An attribute that nobody has would rank everybody alike, in silence. */
function attributeProblems(path: Path, by: string, { referrals }: Priority): readonly Problem[] {
  const known = [...new Set(referrals.flatMap(({ attributes }) => Object.keys(attributes)))];
  return referrals.length === 0 || known.includes(by)
    ? []
    : [unknownWord(path, by, known, "an attribute of somebody who was referred")];
}

/** A word of the order that nobody has, and the word that people have in its place, which the order does not know. */
interface Unmet {
  readonly path: Path;
  readonly word: string;
  readonly nearest: string;
}

/**
 * Words of people that the order does not know. Where several have one that is near a word of the order which nobody
 * has, it is the order that is misspelt, and none of them; where one has it, either may be.
 */
function strangeWords({ referrals, order }: Priority): readonly Problem[] {
  return order.flatMap(({ by, first }, index) => {
    const had = referrals.flatMap(({ attributes }, group) => {
      const word = wordOf(attributes, by);
      return word === undefined ? [] : [{ word, path: ["referrals", group, "attributes", by] }];
    });
    const known = [...new Set(had.map(({ word }) => word))];
    const strange = had.filter(({ word }) => !first.includes(word));
    const strangers = [...new Set(strange.map(({ word }) => word))];
    const unmet = first.flatMap((word, at): Unmet[] => {
      const nearest = known.includes(word) ? undefined : nearestWord(word, strangers);
      return nearest === undefined ? [] : [{ path: ["order", index, "first", at], word, nearest }];
    });
    const isShared = (word: string): boolean => strange.filter((one) => one.word === word).length > 1;
    const misspelt = unmet.filter(({ nearest }) => isShared(nearest));
    return [
      ...misspelt.map(({ path, word, nearest }) =>
        problem(path, `a ${by} of somebody who was referred: ${listed(known)}`, JSON.stringify(word), {
          nearest,
        }),
      ),
      ...strange
        .filter(({ word }) => misspelt.every(({ nearest }) => nearest !== word))
        .map(({ word, path }) => {
          const other = unmet.find(({ nearest }) => nearest === word);
          return problem(path, `a word of the order for ${by}: ${listed(first)}`, JSON.stringify(word), {
            nearest: nearestWord(word, first),
            ...(other === undefined ? {} : { mend: orMend(other) }),
          });
        }),
    ];
  });
}

const orMend = ({ path }: Unmet): string => `Or mend ${pathText(path)}, if that is misspelt: nobody has it.`;

/** Attributes of somebody that are near one that decides, which is not known of them: misspelt, most likely. */
function nearAttributes({ referrals, order, hoursPerReferral }: Priority): readonly Problem[] {
  const hoursBy = hoursPerReferral === undefined ? [] : choicesIn([], hoursPerReferral).map(({ by }) => by);
  const deciding = [...new Set([...order.map(({ by }) => by), ...hoursBy])];
  // What nobody has is misspelt itself, and said to be.
  const had = deciding.filter((name) => referrals.some(({ attributes }) => Object.hasOwn(attributes, name)));
  return referrals.flatMap(({ attributes }, index) => {
    const left = had.filter((name) => !Object.hasOwn(attributes, name));
    return Object.keys(attributes)
      .filter((name) => !deciding.includes(name) && nearestWord(name, left) !== undefined)
      .map((name) =>
        unknownWord(["referrals", index, "attributes", name], name, deciding, "an attribute that decides"),
      );
  });
}

/** Words of hours that are near one which the order or somebody has, and for which no hours are said. */
function nearWords(hours: AssumptionBy, { referrals, order }: Priority): readonly Problem[] {
  return choicesIn(["hoursPerReferral"], hours).flatMap(({ path, by, words }) => {
    const ordered = order.flatMap((one) => (one.by === by ? one.first : []));
    const known = [
      ...new Set([...ordered, ...referrals.flatMap(({ attributes }) => wordOf(attributes, by) ?? [])]),
    ];
    const left = known.filter((word) => !words.includes(word));
    return words
      .filter((word) => !known.includes(word) && nearestWord(word, left) !== undefined)
      .map((word) => unknownWord([...path, "values", word], word, known, `a word for ${by}`));
  });
}

/** Hours below nought, by an attribute that nobody has, or left out for somebody. */
function hoursProblems(hours: AssumptionBy, read: Priority): readonly Problem[] {
  const path = ["hoursPerReferral"];
  const strange = choicesIn(path, hours).flatMap((choice) =>
    attributeProblems([...choice.path, "by"], choice.by, read),
  );
  const outside = leavesOf(path, hours).flatMap((leaf) =>
    problemsInRange(leaf.path, "zero or more", leaf.value),
  );
  const left = read.referrals.flatMap(({ attributes }) => {
    const chosen = chosenFor(path, hours, attributes);
    return "lacking" in chosen
      ? [lackingProblem(chosen.path, chosen.lacking, wordOf(attributes, chosen.lacking))]
      : [];
  });
  const each = new Map(left.map((one) => [one.message, one]));
  return [...strange, ...nearWords(hours, read), ...outside, ...(strange.length > 0 ? [] : each.values())];
}

const lackingProblem = (path: Path, by: string, word: string | undefined): Problem =>
  problem(
    path,
    `a value for ${word === undefined ? `people whose ${by} is not known` : `the ${by} ${word}`}`,
    "none",
    { mend: "Add one, or an otherwise." },
  );
