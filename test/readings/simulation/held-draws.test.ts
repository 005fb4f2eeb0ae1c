import { describe, expect, test } from "vitest";
import { isModelError, present } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { exposure, shouldWeBid } from "volumes-and-values/provider";
import type { Bidder } from "volumes-and-values/provider";
import { whatIf } from "volumes-and-values/readings";
import { simulate } from "volumes-and-values/simulation";
import { inputsOf } from "../../../src/readings/inputs.ts";
import { inSteps } from "../../support/providers.ts";

const breakEven = (bidder: Bidder, cases: number): Figure =>
  exposure({ "2022/23": { cases } }, bidder).years[0]?.breakEvens[0]?.volume as Figure;

/** A provider that takes another room for every 110 people. Illustrative. */
const inRooms: Bidder = {
  name: "In rooms",
  mechanism: { name: "Per case", counts: "starts", parts: [{ pay: "per case", price: 300 }] },
  costs: [
    { name: "staff", fixed: 70_000, perCase: 100 },
    { name: "rooms", steps: { each: 110, amount: 5_000 } },
  ],
};

const priceNeeded = (): Figure =>
  present(
    shouldWeBid({ "2021/22": { cases: 300 }, "2022/23": { cases: 700 } }, inRooms, {
      chance: "0.75",
      changes: [
        { change: "-0.5", weight: 1 },
        { change: 0, weight: 2 },
        { change: "0.25", weight: 1 },
      ],
    }).priceForFullRecovery,
  );

/** A unit price beside a block, whose index moves: tens of thousands of cases until a case is paid 261 pounds. */
const farAway = (): Figure =>
  exposure(
    { "2022/23": { cases: 997 } },
    {
      name: "Beside a block",
      mechanism: {
        name: "A block and a price",
        counts: "starts",
        parts: [
          { pay: "block", amount: 37_000 },
          { pay: "per case", price: 260 },
        ],
      },
      costs: [{ name: "premises", fixed: 1_000 }],
    },
  ).volumesPaying(261, "2022/23")[0]?.volume as Figure;

/** What-if's answer as a float; none, where it refuses. */
function asked(figure: Figure, path: string, value: number): number | undefined {
  try {
    return whatIf(figure, { [path]: value }).value.toNumber();
  } catch (error) {
    if (isModelError(error, "out-of-range") || isModelError(error, "division-by-zero")) return undefined;
    throw error;
  }
}

describe("each draw is what what-if answers there, and has failed just where what-if refuses", () => {
  test.for<readonly [of: string, figure: () => Figure, path: string, low: number, high: number]>([
    ["a break-even past whole steps of cost", () => breakEven(inSteps, 997), "costs.0.fixed", 30_000, 60_000],
    ["a break-even on another step", () => breakEven(inSteps, 997), "costs.2.steps.each", 40, 140],
    ["the price at which to bid, with rooms", priceNeeded, "costs.1.steps.each", 90, 140],
    ["a volume that lies far away", farAway, "mechanism.parts.1.price", 200, 260.9],
    ["a volume that lies further away", farAway, "mechanism.parts.0.amount", 1, 90_000],
  ])("%s", ([, make, path, low, high]) => {
    const figure = make();
    const input = inputsOf(figure).get(path) as Figure;
    const drawn = simulate(
      { figure, input },
      { draws: 400, seed: 1, distributions: { [path]: { kind: "uniform", low, high } } },
    );
    const [came, at] = [drawn.figure.draws(), drawn.input.draws()];
    const answers = [...at].map((value) => asked(figure, path, value));
    const wrong = answers.flatMap((answer, draw) => {
      const one = came[draw] as number;
      const isSo =
        answer === undefined ? Number.isNaN(one) : Math.abs(one - answer) <= 1e-9 * (1 + Math.abs(answer));
      return isSo ? [] : [`at ${at[draw]} ${one} for ${String(answer)}`];
    });
    expect(wrong).toEqual([]);
    expect(drawn.figure.failed.count).toBe(answers.filter((answer) => answer === undefined).length);
    expect(answers.filter((answer) => answer !== undefined).length).toBeGreaterThan(20);
  });
});
