import { nodesOf } from "../numbers/working.ts";
import type { Figures } from "../numbers/working.ts";
import { heldTo, nearlyNothing, share } from "./held.ts";
import type { HeldFigure } from "./held.ts";
import { inputsAmong } from "./inputs.ts";
import { noiseOf } from "./noise.ts";
import { relationsAmong } from "./relations.ts";

/** How far apart the inputs of some figures are that are held to each other, and the figures within that are held to more. */
export function heldWithin(figures: Figures): readonly HeldFigure[] {
  const nodes = nodesOf(figures);
  return [
    ...relationsAmong(inputsAmong(nodes)),
    ...nodes.flatMap((figure): HeldFigure[] => {
      const held = heldTo(figure);
      if (held === undefined) return [];
      const noise = held === share ? {} : { noise: nearlyNothing + noiseOf(figure) };
      return [{ figure, held, otherwise: `${figure.name ?? ""} ${held.otherwise}`, on: [figure], ...noise }];
    }),
  ];
}
