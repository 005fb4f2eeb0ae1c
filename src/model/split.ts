import { restShare } from "../formulas/screening.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Attributes } from "../vocabulary/attributes.ts";
import type { Path } from "../vocabulary/problems.ts";
import type { Mix, Service } from "../vocabulary/service.ts";
import type { Words } from "../vocabulary/words.ts";
import { bestOf, decided } from "./decide.ts";
import type { Decision, Gate } from "./decide.ts";
import { chosen } from "./inputs.ts";
import type { InputFigures } from "./inputs.ts";
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

/** A service as screening sees it: who it is, where it stands in a plan, and its mix. */
export interface ScreenedService {
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly complexityMix: Service["complexityMix"];
}

function sharesOf(
  mix: Mix,
  path: Path,
  about: About,
  inputs: InputFigures,
): ReadonlyMap<string, Figure<"ratio">> {
  const stated = Object.entries(mix).flatMap(([level, share]) =>
    share === "rest"
      ? []
      : [
          [
            level,
            inputs.figure([...path, level], "complexityShare", share, {}, { ...about, complexity: level }),
          ] as const,
        ],
  );
  const rest = Object.entries(mix).flatMap(([level, share]) =>
    share === "rest"
      ? [
          [
            level,
            restShare({ shares: stated.map(([, one]) => one) }, { ...about, complexity: level }),
          ] as const,
        ]
      : [],
  );
  return new Map([...stated, ...rest]);
}

/** People at each complexity level of a service, and what becomes of them: every person is in exactly one part. */
export function* partsOf(
  people: People,
  service: ScreenedService,
  gate: Gate,
  context: Attributes,
  words: Words,
  inputs: InputFigures,
): Generator<Part> {
  const recorded =
    typeof people.complexity === "string" ? people.complexity : people.complexity?.[service.id];
  for (const { id: level } of words.complexityLevels) {
    if (recorded !== undefined && recorded !== level) continue;
    const { attributes, decision } = bestOf(
      people.sentences.map((sentence) => {
        const attributes = { ...sentence, ...context, complexity: level };
        return { attributes, decision: decided(attributes, gate) };
      }),
    );
    const share = recorded === undefined ? shareAt(level, attributes, service, inputs) : undefined;
    yield { people, level, share, attributes, decision };
  }
}

function shareAt(
  level: string,
  attributes: Attributes,
  { path, name, complexityMix }: ScreenedService,
  inputs: InputFigures,
): Figure<"ratio"> | undefined {
  const mix = chosen<Mix>([...path, "complexityMix"], complexityMix, attributes, { service: name });
  return inputs
    .once(`${mix.path.join(".")} as shares`, () => sharesOf(mix.value, mix.path, mix.about, inputs))
    .get(level);
}
