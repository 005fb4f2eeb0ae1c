import { given, sum } from "../numbers/figure.ts";
import type { Figure } from "../numbers/figure.ts";
import { share, zeroOrMore } from "./held.ts";
import type { Held, HeldFigure } from "./held.ts";
import { ordersOf } from "./orders.ts";

type Inputs = ReadonlyMap<string, Figure>;

/** An order of inputs: those of each rank, by path. */
interface Order {
  readonly held: Held;
  readonly ranks: Set<string>[];
}

/** How some inputs are held to each other, as far as they are so as they stand. */
export function relationsAmong(inputs: Inputs): readonly HeldFigure[] {
  const orders = new Map<string, Order>();
  for (const { path, order, rank, held = zeroOrMore } of ordersOf(inputs)) {
    const { ranks } = orders.get(order) ?? put(orders, order, { held, ranks: [] });
    (ranks[rank] ??= new Set()).add(path);
  }
  return [...orders.values()]
    .flatMap(({ held, ranks }) => {
      const inOrder = [...(held === share ? [all] : []), ...Object.values(ranks)];
      return inOrder
        .slice(1)
        .map((parts, index) => relationOf(inputs, held, [inOrder[index] as ReadonlySet<string>, parts]));
    })
    .filter(({ figure, held }) => held.isNearly(figure.value.toNumber()));
}

/** No input: what shares of one whole are held to. */
const all: ReadonlySet<string> = new Set();

function put(orders: Map<string, Order>, name: string, order: Order): Order {
  orders.set(name, order);
  return order;
}

/** How far some inputs are above others, those of either together. */
function relationOf(
  inputs: Inputs,
  held: Held,
  [wholes, parts]: readonly [ReadonlySet<string>, ReadonlySet<string>],
): HeldFigure {
  const [whole, part] = [together(inputs, wholes), together(inputs, parts)];
  const figure = whole.minus(part).named(`${String(whole.name)} less ${String(part.name)}`);
  const otherwise = `${String(part.name)} ${held.beside ?? ""} ${String(whole.name)}`;
  return { figure, held, otherwise, on: [...wholes, ...parts] };
}

/** Inputs added up as numbers, whatever they count: cases beside the referrals that they are. */
const together = (inputs: Inputs, paths: ReadonlySet<string>): Figure<"ratio"> =>
  paths === all
    ? given(1, "ratio", { name: "all" })
    : sum(
        "ratio",
        [...paths].map((path) => {
          const input = inputs.get(path) as Figure;
          return input.dividedBy(given(1, input.unit, { name: path })) as Figure<"ratio">;
        }),
      ).named([...paths].join(" + "));
