import type { Figure } from "../numbers/figure.ts";
import type { Attributes } from "../vocabulary/attributes.ts";
import { bestOf, decided } from "./decide.ts";
import type { Decision, Gate } from "./decide.ts";
import type { Chooser } from "./inputs.ts";
import type { Shares } from "./mix.ts";
import type { People } from "./people.ts";

/** Some people at one complexity level of a service, and what screening decided about them. */
export interface Part {
  readonly people: People;
  readonly level: string;
  /** The share of the people at this level; left out where the source says at which they are. */
  readonly share: Figure<"ratio"> | undefined;
  readonly attributes: Attributes;
  readonly decision: Decision;
}

/** A service as screening sees it. */
export interface Split {
  /** The service's word, by which a cell may give the level of its people. */
  readonly service: string;
  readonly levels: readonly string[];
  readonly mix: Chooser<Shares>;
  readonly gate: Gate;
  /** What a lot adds to what is known of people. */
  readonly context: Attributes;
}

/**
 * People at each complexity level of a service, and what becomes of them: every person is in exactly one part. Of people
 * with several sentences, the first that is listed counts for rates and mix, and any for eligibility.
 */
export function partsOf(people: People, { service, levels, mix, gate, context }: Split): readonly Part[] {
  const { complexity, sentences } = people;
  const recorded = typeof complexity === "string" ? complexity : complexity?.[service];
  const [main, ...others] = sentences.map((sentence) => ({ ...sentence, ...context, complexity: recorded }));
  const shares = recorded === undefined ? mix(main ?? {}) : undefined;
  const decide = (level: string | undefined, attributes: Attributes): Decision =>
    bestOf([
      decided(attributes, gate),
      ...others.map((other) => decided({ ...other, complexity: level }, gate)),
    ]);
  const alike = gate.asksLevel ? undefined : decide(recorded, main ?? {});
  return (recorded === undefined ? levels : [recorded]).map((level) => {
    const attributes = { ...main, complexity: level };
    return {
      people,
      level,
      share: shares?.get(level),
      attributes,
      decision: alike ?? decide(level, attributes),
    };
  });
}
