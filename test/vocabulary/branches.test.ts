import { describe, expect, test } from "vitest";
import { parseMechanism, parseBidder } from "volumes-and-values/provider";
import { essexWith, onlyProblemIn, problemsIn, problemsOf } from "../support/plans.ts";

const said = (changes: object): string => onlyProblemIn(essexWith({ ...changes })).message;
const mechanismProblem = (part: object): readonly string[] =>
  problemsOf(() => parseMechanism({ name: "One", counts: "starts", parts: [part] })).map(
    ({ message }) => message,
  );

describe("a name that is known elsewhere says where it goes, and is never offered for itself", () => {
  test("in the calendar: the last year of contract years", () => {
    expect(said({ calendar: { years: "contract", count: 3, last: "2023/24" } })).toBe(
      'calendar.last: expected a known name: years, count; received "last". It goes with years "financial".',
    );
  });

  test("in a ramp-up: months to a plateau beside a table of factors", () => {
    const profile = { shape: "table", factors: [0.5, 1], monthsToPlateau: 12 };
    expect(said({ "services.accommodation.rampUp.profile": profile })).toBe(
      'services.accommodation.rampUp.profile.monthsToPlateau: expected a known name: shape, factors; received "monthsToPlateau". It goes with shape "linear" or "front-loaded" or "back-loaded" or "step" or "s-curve".',
    );
  });

  test("in a payment: a price of a case beside bands, and bands beside a price", () => {
    expect(
      mechanismProblem({ pay: "bands", amount: 1, above: [{ beyond: 0.1, price: 1 }], price: 5 }),
    ).toEqual([
      'parts.0.price: expected a known name: pay, amount, below, above; received "price". It goes with pay "per case" or "outcomes".',
    ]);
    expect(mechanismProblem({ pay: "per case", price: 5, above: [] })).toEqual([
      'parts.0.above: expected a known name: pay, price; received "above". It goes with pay "bands".',
    ]);
    expect(
      mechanismProblem({ pay: "bands", amount: 1, above: [{ beyond: 0.1, price: 1, amount: 2 }] }),
    ).toEqual(['parts.0.above.0.amount: expected a known name: beyond, price; received "amount".']);
  });

  test("in a unit cost that is given both ways", () => {
    const { message } = onlyProblemIn(
      essexWith({ "services.accommodation.unitCost": { costPerStart: 250, salary: 27_500 } }),
    );
    expect(message).toBe(
      'services.accommodation.unitCost.salary: expected a known name: costPerStart; received "salary". It goes in place of costPerStart.',
    );
  });

  test("in an assumption that is both a value and the counts behind it", () => {
    expect(said({ "services.accommodation.startRate": { count: 4, of: 5, value: 0.8 } })).toBe(
      'services.accommodation.startRate.value: expected a known name: count, of, low, high, source, asOf, quality, note and 1 more; received "value". It goes in place of count, of.',
    );
  });
});

test("a misspelt name has its nearest among those of its own kind", () => {
  expect(said({ calendar: { years: "contract", count: 3, cuont: 3 } })).toBe(
    'calendar.cuont: expected a known name: years, count; received "cuont". Did you mean "count"?',
  );
  expect(
    problemsOf(() =>
      parseBidder({
        name: "A",
        mechanism: { name: "B", counts: "starts", parts: [{ pay: "block", amonut: 1 }] },
        costs: [],
      }),
    ).map(({ message }) => message),
  ).toContain(
    'mechanism.parts.0.amonut: expected a known name: pay, amount; received "amonut". Did you mean "amount"?',
  );
});

test("a unit cost of one part alone is told what it goes in place of", () => {
  const messages = problemsIn(essexWith({ "services.accommodation.unitCost": { salary: 27_500 } })).map(
    ({ message }) => message,
  );
  expect(messages.join()).not.toContain('Did you mean "salary"');
  expect(messages.join()).toContain("It goes in place of costPerStart");
});
