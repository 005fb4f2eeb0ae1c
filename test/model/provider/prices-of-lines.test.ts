import { describe, expect, test } from "vitest";
import { given } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import {
  exposure,
  fullCost,
  inPrices,
  moneyByYear,
  recovery,
  smoothRampUp,
  staff,
  staffingGaps,
  toPrices,
} from "volumes-and-values/provider";
import type { Bidder } from "volumes-and-values/provider";
import { refused } from "../../numbers/refusal.ts";
import { costModel } from "../../support/providers.ts";
import { problemsOf } from "../../support/plans.ts";

const model = costModel({ direct: [{ line: "centre", cost: 50_000 }] });
const volumes = [
  { year: "2021/22", starts: 100 },
  { year: "2022/23", starts: 100 },
];
const index = { name: "an index", source: "illustrative", values: { "2021/22": 100, "2022/23": 105 } };
const real = moneyByYear({ prices: "2021/22", values: { "2021/22": 1_000, "2022/23": 1_000 } });
const nominal = inPrices(real, "of each year", index);
const line = (name: string, amounts: Readonly<Record<string, Figure<"GBP">>>) =>
  ({ group: "direct", line: name, amounts }) as const;
const costOf = (...lines: readonly ReturnType<typeof line>[]) => fullCost(model, { volumes, lines });

describe("lines of cost in several prices never add up in silence", () => {
  test("real and nominal ones are refused together, and taken apart", () => {
    const both = refused(() => costOf(line("legal", real.values), line("moves", nominal.values)));
    expect(both.code).toBe("mixed-prices");
    expect(both.message).toBe(
      "The value of 2022/23 is in prices of each year, and is not in prices of 2021/22. Say which it is in, or bring it to these with inPrices or toPrices.",
    );
    // 50,000 and 1,000 in 2021/22; 1,050 in the prices of 2022/23.
    expect(costOf(line("moves", nominal.values)).years.map(({ cost }) => String(cost))).toEqual([
      "51000 GBP",
      "51050 GBP",
    ]);
  });

  test("each year in its own prices is nominal money, however it is said", () => {
    const later = moneyByYear({ prices: "2022/23", values: { "2021/22": 1, "2022/23": 1_000 } }).values;
    const eachInItsOwn = { "2021/22": real.values["2021/22"], "2022/23": later["2022/23"] } as Readonly<
      Record<string, Figure<"GBP">>
    >;
    const cost = costOf(line("own", eachInItsOwn), line("moves", nominal.values));
    expect(cost.years.map((year) => year.cost.about["prices"])).toEqual([
      "in prices of each year",
      "in prices of each year",
    ]);
    expect(refused(() => costOf(line("own", eachInItsOwn), line("legal", real.values))).code).toBe(
      "mixed-prices",
    );
  });

  test("and the full cost says the prices that its lines say", () => {
    const [first] = costOf(line("legal", real.values)).years;
    expect(first?.valueForFullRecovery.about).toEqual({ year: "2021/22", prices: "in prices of 2021/22" });
    expect(first?.starts.about).toEqual({ year: "2021/22" });
    expect(costOf().years[0]?.cost.about).toEqual({ year: "2021/22" });
  });
});

describe("income in other prices than the cost", () => {
  const cost = costOf(line("legal", real.values));
  test("recovers nothing that anybody could state", () => {
    expect(refused(() => recovery(cost, { income: nominal.values })).code).toBe("mixed-prices");
    const price = toPrices(given(500, "GBP/starts", { name: "pricePerStart" }), {
      from: "2021/22",
      to: "2022/23",
      index,
    });
    expect(refused(() => recovery(cost, { pricePerStart: price })).message).toBe(
      "The pricePerStart is in prices of 2022/23, and is not in prices of 2021/22. Say which it is in, or bring it to these with inPrices or toPrices.",
    );
  });

  test("is compared, once it is brought to the same", () => {
    const [first] = recovery(cost, { income: real.values }).years;
    expect(String(first?.subsidy)).toBe("50000 GBP");
    expect(first?.subsidy.about).toEqual({ year: "2021/22", prices: "in prices of 2021/22" });
  });
});

test("a full cost in other prices than a provider's own is not set beside it", () => {
  const cost = costOf(line("legal", real.values));
  const contract = { "2021/22": { cases: 100 }, "2022/23": { cases: 100 } };
  const exposedTo = (costIndexation: Bidder["costIndexation"]) =>
    exposure(
      contract,
      {
        name: "us",
        mechanism: {
          name: "Price",
          counts: "starts",
          parts: [{ pay: "per case", price: 500 }],
          indexation: "of each year",
        },
        costs: [],
        costIndexation,
      },
      { cost, changes: [0] },
    );
  expect(refused(() => exposedTo("of each year")).message).toBe(
    "The fullCostOfYear of 2022/23 is in prices of 2021/22, and is not in prices of each year. Say which it is in, or bring it to these with inPrices or toPrices.",
  );
  expect(refused(() => exposedTo({ base: "2022/23", index })).code).toBe("mixed-prices");
  // 51,000 in each of two years, the second at 105 of 100.
  expect(String(exposedTo({ base: "2021/22", index }).at(0).cost)).toBe("104550 GBP");
});

test("what it costs to change staff, and a ramp of spend, is in one year's prices too", () => {
  const perPost = (prices: string) =>
    given(1_000, "GBP/fte", { name: `cost in ${prices}`, about: { prices: `in prices of ${prices}` } });
  const posts = staff({ roles: { adviser: { minimumCover: 2, posts: "whole" } } }, { work: volumes });
  const costs = {
    noticePerPost: perPost("2021/22"),
    redundancyPerPost: perPost("2022/23"),
    recruitmentPerPost: 0,
    trainingPerPost: 0,
    vacancyPerPost: 0,
  };
  expect(refused(() => staffingGaps(posts, { costs })).code).toBe("mixed-prices");
  const spend = { "2021/22": real.values["2021/22"], "2022/23": nominal.values["2022/23"] };
  const ramp = {
    before: 1_000,
    years: Object.entries(spend).map(([year, value]) => ({
      year,
      indicativeValue: value as Figure<"GBP">,
    })),
  };
  expect(() => smoothRampUp(ramp, { leastLargestGap: "at equal total spend" })).not.toThrow();
  const later = {
    ...ramp,
    before: given(1, "GBP", { name: "before", about: { prices: "in prices of 2019/20" } }),
  };
  expect(refused(() => smoothRampUp(later, { leastLargestGap: "at equal total spend" })).code).toBe(
    "mixed-prices",
  );
});

describe("two lines of one name in one group cannot be told apart, and are refused", () => {
  test("in a cost model", () => {
    const twice = { direct: [...model.direct, { line: "centre", costPerStart: 5 }] };
    expect(
      problemsOf(() => fullCost({ ...model, ...twice }, { volumes })).map(({ message }) => message),
    ).toEqual([
      'direct.1.line: expected a word that stands once; received "centre", which stands at direct.0.line already.',
    ]);
    const apart = { ...model, management: [{ line: "centre", cost: 1 }] };
    expect(String(fullCost(apart, { volumes }).years[0]?.cost)).toBe("50001 GBP");
  });

  test("among lines given beside it, and the pay of its staff", () => {
    const again = problemsOf(() =>
      costOf(line("centre", real.values), line("legal", real.values), line("legal", real.values)),
    );
    expect(again.map(({ message }) => message)).toEqual([
      'lines.0.line: expected a word that stands once; received "centre", which stands at costModel.direct.0.line already.',
      'lines.2.line: expected a word that stands once; received "legal", which stands at lines.1.line already.',
    ]);
    const roles = { centre: { minimumCover: 1, posts: "whole", salary: 1, onCostPerPound: 0 } } as const;
    const posts = staff({ roles }, { work: volumes });
    expect(
      problemsOf(() => fullCost(model, { volumes, staff: posts })).map(({ message }) => message),
    ).toEqual([
      'staffing.roles.centre: expected a word that stands once; received "centre", which stands at costModel.direct.0.line already.',
    ]);
  });
});
