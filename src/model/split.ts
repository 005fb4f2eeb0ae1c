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

/** People at each complexity level of a service, and what becomes of them: every person is in exactly one part. */
export function partsOf(people: People, { service, levels, mix, gate, context }: Split): readonly Part[] {
  const { complexity } = people;
  const recorded = typeof complexity === "string" ? complexity : complexity?.[service];
  const present = recorded === undefined ? levels : [recorded];
  return present.map((level) => {
    const known = people.sentences.map((sentence) => {
      const attributes = { ...sentence, ...context, complexity: level };
      return { attributes, decision: decided(attributes, gate) };
    });
    const { attributes, decision } = bestOf(known);
    const share = recorded === undefined ? mix(attributes).get(level) : undefined;
    return { people, level, share, attributes, decision };
  });
}
