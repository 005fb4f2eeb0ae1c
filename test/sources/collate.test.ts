import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { isAbsent, present } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { working } from "volumes-and-values/readings";
import { collate } from "volumes-and-values/sources";
import type { Collation, ProviderReturn, Spread } from "volumes-and-values/sources";
import { problemsOf } from "../support/plans.ts";
import { patience, runs } from "../support/runs.ts";
import { basis, options, returnOf, someLimits, someReturns } from "./returns.ts";

vi.setConfig({ testTimeout: patience });

const nothingHidden = { ...options, suppress: { volumesBelow: 1, returnsBelow: 1 } };

const place = { area: "essex", service: "accommodation" };

/** Providers of one place, at so many starts each and at these unit costs. */
const atCosts = (costs: readonly (number | string)[], volume = 100): ProviderReturn[] =>
  costs.map((unitCost, index) => returnOf(`provider-${String(index)}`, [{ ...place, volume, unitCost }]));

function costsOf({ whole: { unitCosts } }: Collation): { weightedMean: Figure; spread: Spread } {
  if ("absent" in unitCosts) throw new Error(unitCosts.absent);
  const { weightedMean, spread } = unitCosts;
  if ("absent" in spread) throw new Error(spread.absent);
  return { weightedMean: present(weightedMean), spread };
}

const quartiles = ({ lowest, lowerQuartile, median, upperQuartile, highest }: Spread): string[] =>
  [lowest, lowerQuartile, median, upperQuartile, highest].map(({ value }) => value.toString());

const volumesIn = (returns: readonly ProviderReturn[], area?: string, service?: string): number =>
  returns
    .flatMap(({ rows }) => rows)
    .filter((row) => (area ?? row.area) === row.area && (service ?? row.service) === row.service)
    .reduce((sum, { volume }) => sum + Number(volume), 0);

describe("unit costs of many providers", () => {
  test("have the quartiles of R's default, type 7, for one to ten", () => {
    // quantile(1:10) in R, and QUARTILE.INC in a spreadsheet.
    const { spread } = costsOf(collate(atCosts([7, 3, 10, 1, 5, 9, 2, 8, 4, 6]), options));
    expect(quartiles(spread)).toEqual(["1", "3.25", "5.5", "7.75", "10"]);
  });

  test("have them of three, of five and of one", () => {
    const of = (...costs: number[]) => quartiles(costsOf(collate(atCosts(costs), nothingHidden)).spread);
    expect(of(30, 10, 20)).toEqual(["10", "15", "20", "25", "30"]);
    expect(of(50, 40, 10, 30, 20)).toEqual(["10", "20", "30", "40", "50"]);
    expect(of(7)).toEqual(["7", "7", "7", "7", "7"]);
  });

  test("have the quartiles that sorting gives, whoever is asked first", () => {
    const pence = fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(pence, (costs) => {
        const sorted = [...costs].sort((a, b) => a - b);
        const at = (quarters: number): number => {
          const rank = ((sorted.length - 1) * quarters) / 4;
          const [low = 0, high = low] = [sorted[Math.floor(rank)], sorted[Math.floor(rank) + 1]];
          return low + (high - low) * (rank - Math.floor(rank));
        };
        const { spread } = costsOf(collate(atCosts(costs), nothingHidden));
        expect(quartiles(spread).map(Number)).toEqual([0, 1, 2, 3, 4].map(at));
      }),
      { numRuns: runs },
    );
  });

  test("have a mean in which each counts by its volume", () => {
    const returns = [
      returnOf("large", [{ ...place, volume: 900, unitCost: 200 }]),
      returnOf("small", [{ ...place, volume: 100, unitCost: 700 }]),
    ];
    expect(costsOf(collate(returns, nothingHidden)).weightedMean.toString()).toBe("250 GBP/starts");
  });

  test("are of nobody where nobody delivers anything", () => {
    expect(collate(atCosts([200, 300], 0), nothingHidden).whole.unitCosts).toEqual({
      absent: "nobody who states a unit cost delivers anything",
    });
  });

  test("far from the others are marked, and stay in the sums", () => {
    const collation = collate(atCosts([240, 250, 260, 270, 280, 1300]), options);
    expect(collation.outliers.map(({ provider, side, fence }) => [provider, side, String(fence)])).toEqual([
      ["provider-5", "above", "315 GBP/starts"],
    ]);
    expect(costsOf(collation).spread.highest.toString()).toBe("1300 GBP/starts");
    expect(collate(atCosts([900, 910, 920, 930, 100]), options).outliers[0]?.side).toBe("below");
    expect(
      collate(atCosts([240, 250, 260, 270, 280, 1300]), { ...options, outliersBeyond: 60 }).outliers,
    ).toEqual([]);
  });

  test("of several services have no spread in common, but a mean: value over volume", () => {
    const row = (service: string, unitCost: number) => ({ area: "essex", service, volume: 100, unitCost });
    const returns = ["a", "b", "c"].map((name) =>
      returnOf(name, [row("accommodation", 200), row("womens-services", 1300)]),
    );
    const { unitCosts, volumes } = collate(returns, options).whole;
    expect(volumes).toEqual({ absent: "a spread over several services describes none of them" });
    expect("spread" in unitCosts && unitCosts.spread).toEqual(volumes);
    expect("weightedMean" in unitCosts && present(unitCosts.weightedMean).toString()).toBe("750 GBP/starts");
  });
});

describe("a mean beside a median", () => {
  const row = (area: string, volume: number, unitCost: number) => ({ ...place, area, volume, unitCost });
  /** Three providers in Essex and in Kent: one has a small volume in Kent, so that Kent tells a median and no mean. */
  const returns = [
    returnOf("a", [row("essex", 100, 200), row("kent", 100, 400)]),
    returnOf("b", [row("essex", 100, 210), row("kent", 100, 410)]),
    returnOf("c", [row("essex", 100, 220), row("kent", 5, 420)]),
  ];

  test("says on how many returns, areas and cells it rests, which may be fewer", () => {
    const { unitCosts } = collate(returns, options).whole;
    if ("absent" in unitCosts) throw new Error(unitCosts.absent);
    const { areas, cells, returns: providers, meanFrom, weightedMean, median } = unitCosts;
    expect({ areas, cells, returns: providers }).toEqual({ areas: 2, cells: 2, returns: 3 });
    expect(meanFrom).toEqual({ areas: 1, cells: 1, ofCells: 2, returns: 3 });
    // The mean of 200, 210 and 220; the median of these and 400, 410 and 420, which is (220 + 400) ÷ 2.
    expect([weightedMean, median].map((one) => String(present(one)))).toEqual([
      "210 GBP/starts",
      "310 GBP/starts",
    ]);
  });

  test("has a column for that, where one is of fewer", () => {
    expect(
      collate(returns, options)
        .table()
        .map((line) => line["mean from"]),
    ).toEqual([
      "3 of 3, in 1 of 1 cells",
      "",
      "3 of 3, in 1 of 1 cells",
      "",
      ...Array<string>(2).fill("3 of 3, in 1 of 2 cells"),
    ]);
    expect(collate(returns.slice(0, 2), nothingHidden).table()[0]).not.toHaveProperty("mean from");
  });

  test("rests on nothing where it is not told", () => {
    const kent = collate(returns, options).cells[1]?.unitCosts;
    expect(kent).toMatchObject({ cells: 1, meanFrom: { returns: 0, areas: 0, cells: 0, ofCells: 1 } });
  });
});

describe("what is published", () => {
  test("comes to every return's volume: what is shown and what is suppressed", () => {
    fc.assert(
      fc.property(someReturns, someLimits, (returns, suppress) => {
        const { cells, areas, services, whole } = collate(returns, { ...options, suppress });
        for (const { area, service, volume } of cells)
          if (!isAbsent(volume)) expect(volume.value.toNumber()).toBe(volumesIn(returns, area, service));
        for (const { area, service, volume, shown, suppressed } of [...areas, ...services, whole]) {
          const seen = cells.flatMap((cell) =>
            (area ?? cell.area) === cell.area &&
            (service ?? cell.service) === cell.service &&
            !isAbsent(cell.volume)
              ? [cell.volume.value.toNumber()]
              : [],
          );
          expect(shown.value.toNumber()).toBe(seen.reduce((a, b) => a + b, 0));
          expect(isAbsent(volume)).toBe(isAbsent(suppressed));
          if (isAbsent(volume) || isAbsent(suppressed)) continue;
          expect(volume.value.toNumber()).toBe(volumesIn(returns, area, service));
          expect(volume.value.equals(shown.plus(suppressed).value)).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });

  test("has no small volume, no volume of few, and names no provider", () => {
    fc.assert(
      fc.property(someReturns, someLimits, (returns, suppress) => {
        const collation = collate(returns, { ...options, suppress });
        const { cells, areas, services, whole } = collation;
        for (const { area, service, volume, returns: providers, volumes, unitCosts } of [
          ...cells,
          ...areas,
          ...services,
          whole,
        ]) {
          const delivered = volumesIn(returns, area, service);
          if (delivered > 0 && delivered < suppress.volumesBelow) expect(isAbsent(volume)).toBe(true);
          if (!isAbsent(volume) && delivered > 0)
            expect(providers).toBeGreaterThanOrEqual(suppress.returnsBelow);
          if (isAbsent(volume))
            expect([providers, volumes, unitCosts]).toEqual(Array(3).fill({ absent: "suppressed" }));
          if ("lowest" in volumes)
            expect(
              volumes.lowest.value.isZero() || volumes.lowest.value.toNumber() >= suppress.volumesBelow,
            ).toBe(true);
          // Who delivers nothing stands behind nothing: where nothing is to be hidden, that may be everybody.
          if ("returns" in unitCosts && suppress.returnsBelow > 1)
            expect(unitCosts.returns).toBeGreaterThanOrEqual(suppress.returnsBelow);
        }
        expect(JSON.stringify(collation)).not.toContain("provider-");
        expect(JSON.stringify(collation.table())).not.toContain("provider-");
      }),
      { numRuns: runs },
    );
  });

  test("has no working that leads to a volume which is suppressed", () => {
    fc.assert(
      fc.property(someReturns, someLimits, (returns, suppress) => {
        const { cells, areas, services, whole } = collate(returns, { ...options, suppress });
        const hidden = cells.filter(({ volume }) => isAbsent(volume));
        const reached = [...areas, ...services, whole]
          .flatMap(({ volume }) => (isAbsent(volume) ? [] : working(volume).nodes))
          .filter(({ provenance }) => provenance?.path !== undefined);
        for (const { area, service } of hidden)
          expect(
            reached.filter(({ about }) => about?.["area"] === area && about?.["service"] === service),
          ).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("hides another where a total would show the small one, and says the same of both", () => {
    const row = (area: string, service: string, volume: number) => ({ area, service, volume });
    const returns = ["a", "b", "c"].map((name) =>
      returnOf(name, [
        row("essex", "accommodation", 2),
        row("essex", "womens-services", 40),
        row("kent", "accommodation", 90),
        row("kent", "womens-services", 80),
        row("sussex", "accommodation", 70),
        row("sussex", "womens-services", 75),
      ]),
    );
    const rows = collate(returns, options)
      .table()
      .map(({ area, service, volume }) => [area, service, volume].join(": "));
    expect(rows).toMatchInlineSnapshot(`
      [
        "essex: accommodation: suppressed",
        "essex: womens-services: suppressed",
        "kent: accommodation: 270",
        "kent: womens-services: 240",
        "sussex: accommodation: suppressed",
        "sussex: womens-services: suppressed",
        "essex: all services: 126",
        "kent: all services: 510",
        "sussex: all services: 435",
        "all areas: accommodation: 486",
        "all areas: womens-services: 585",
        "all areas: all services: 1,071",
      ]
    `);
  });

  test("does not change with the order of the returns, but for the order of its lines", () => {
    fc.assert(
      fc.property(someReturns, (returns) => {
        const lines = (some: readonly ProviderReturn[]) =>
          collate(some, nothingHidden)
            .table()
            .map((line) => JSON.stringify(line))
            .sort();
        expect(lines([...returns].reverse())).toEqual(lines(returns));
      }),
      { numRuns: runs },
    );
  });

  test("is read-only, and leaves the returns as they were", () => {
    const returns = atCosts([240, 260, 280]);
    const before = JSON.stringify(returns);
    const collation = collate(returns, options);
    expect(JSON.stringify(returns)).toBe(before);
    for (const one of [collation, collation.cells, collation.cells[0], collation.outliers, collation.whole])
      expect(Object.isFrozen(one)).toBe(true);
  });
});

describe("returns of those who deliver nothing", () => {
  const row = (volume: number, unitCost: number): ProviderReturn["rows"] => [
    { area: "essex", service: "accommodation", volume, unitCost },
  ];
  const three = [200, 210, 220].map((cost, n) => returnOf(`deliverer ${String(n)}`, row(100, cost)));
  const none = [...Array(9).keys()].map((n) => returnOf(`idle ${String(n)}`, row(0, 999)));

  test("decide no median, and make nobody an outlier", () => {
    const { cells, outliers } = collate([...three, ...none], options);
    // The median of £200, £210 and £220 a start, made up
    expect(String((cells[0]?.unitCosts as { median: unknown }).median)).toBe("210 GBP/starts");
    expect(outliers).toEqual([]);
  });
});

describe("returns that do not go together", () => {
  const good = returnOf("a", [{ ...place, volume: 10, unitCost: 200 }]);
  const problems = (returns: unknown, given: unknown = options) =>
    problemsOf(() => collate(returns as ProviderReturn[], given as typeof options)).map(
      ({ message }) => message,
    );

  test("are refused with every difference of basis at its place", () => {
    const other = returnOf("b", [{ ...place, volume: 10 }], {
      counts: "referrals",
      basis: { period: { each: "year" }, kind: "flow", vat: "included", definition: "first sessions" },
    });
    expect(problems([good, other])).toMatchInlineSnapshot(`
      [
        "returns.1.counts: expected starts, as in returns.0; received referrals. Convert one of them first.",
        "returns.1.basis.period: expected from 2019-04-01 to 2020-03-31, as in returns.0; received each year. Bring them to the same, or waive the difference with a reason.",
        "returns.1.basis.definition: expected not stated, as in returns.0; received first sessions. Bring them to the same, or waive the difference with a reason.",
        "returns.1.basis.priceBase: expected 2019/20, as in returns.0; received not stated. Bring them to the same, or waive the difference with a reason.",
        "returns.1.basis.vat: expected excluded, as in returns.0; received included. Bring them to the same, or waive the difference with a reason.",
      ]
    `);
  });

  test("go together in another price base where there is no money, and where it is waived with a reason", () => {
    const bare = (provider: string, priceBase: string) =>
      returnOf(provider, [{ ...place, volume: 10 }], { basis: { ...basis, priceBase } });
    const { whole } = collate([bare("a", "2019/20"), bare("b", "2020/21")], nothingHidden);
    expect(present(whole.volume).toString()).toBe("20 starts");
    const later = returnOf("b", good.rows, { basis: { ...basis, definition: "as in 2020" } });
    const waive = [{ difference: "definition", reason: "only the wording changed" }] as const;
    expect(collate([good, later], { ...nothingHidden, waive }).waived).toEqual(waive);
    expect(problems([good], { ...options, waive })).toMatchInlineSnapshot(`
      [
        "options.waive.0.difference: expected something in which the sources differ; received definition. Leave it out.",
      ]
    `);
  });

  test("are refused with one problem where they are the rows of a file, with the form that groups them", () => {
    const flat = ["a", "b", "c"].flatMap((provider) =>
      ["essex", "kent"].map((area) => ({ provider, area, service: "accommodation", volume: "40" })),
    );
    expect(problems(flat, { ...options, outliersBeyond: "far" })).toMatchInlineSnapshot(`
      [
        "returns: expected for each provider { provider, counts, basis, rows: [{ area, service, volume, unitCost }] }; received 6 rows in no return. Group the rows by provider: each return has those of one.",
        "options.outliersBeyond: expected a plain decimal number, such as 0.62 or "0.62"; received "far".",
      ]
    `);
    expect(problems(flat.map((row) => ({ ...row, counts: "starts", basis })))).toHaveLength(1);
  });

  test("are refused whole, each problem with its path", () => {
    expect(problems([])).toMatchInlineSnapshot(`
      [
        "returns: expected a list that is not empty; received an empty list.",
      ]
    `);
    expect(
      problems([
        { ...good, count: "starts" },
        { ...good, counts: "people" },
        {
          ...good,
          rows: [
            { ...place, volume: "1,000" },
            { area: "essex", volume: -1 },
          ],
        },
      ]),
    ).toMatchInlineSnapshot(`
      [
        "returns.0.count: expected a known name: provider, counts, basis, source, asOf, rows; received "count". Did you mean "counts"?",
        "returns.1.counts: expected "referrals" or "starts" or "completions" or "interventions" or "places"; received "people".",
        "returns.2.rows.0.volume: expected a whole number from 0 up; received "1,000".",
        "returns.2.rows.1.service: expected text; received nothing.",
        "returns.2.rows.1.volume: expected a whole number from 0 up; received -1.",
      ]
    `);
    expect(
      problems(
        [
          good,
          good,
          returnOf(
            "b",
            [
              { ...place, volume: 1, unitCost: -5 },
              { ...place, volume: 2 },
            ],
            { basis: { ...basis, kind: "stock" } },
          ),
        ],
        { ...options, outliersBeyond: "-1" },
      ),
    ).toMatchInlineSnapshot(`
      [
        "options.outliersBeyond: expected zero or more; received -1.",
        "returns.1.provider: expected each once; received a, which returns.0.provider has.",
        "returns.2.basis.kind: expected flow, since volumes happen in a period; received stock.",
        "returns.2.rows.1: expected each once; received accommodation in essex, which returns.2.rows.0 has.",
        "returns.2.rows.0.unitCost: expected zero or more; received -5.",
        "returns.2.basis.kind: expected flow, as in returns.0; received stock. Bring them to the same, or waive the difference with a reason.",
      ]
    `);
    const unpriced = (unitCost: ProviderReturn["rows"][number]["unitCost"]) =>
      problems([good, returnOf("b", [{ ...place, volume: 10, unitCost }])]);
    expect(unpriced({ count: 5, of: 0 })).toEqual([
      "returns.1.rows.0.unitCost.of: expected a whole number above zero; received 0.",
    ]);
    expect(unpriced({ value: 250, low: 300, high: 400 })).toEqual([
      "returns.1.rows.0.unitCost.low: expected at most the value, 250; received 300.",
    ]);
    // B would vanish from what is collated.
    expect(problems([good, returnOf("b", [])])).toEqual([
      "returns.1.rows: expected a row or more; received none. Missing is not zero.",
    ]);
    expect(problems([returnOf("a", []), returnOf("b", [])])).toHaveLength(2);
    const scope = { included: ["travel", "rent"], excluded: ["deposits", "travel"] };
    expect(problems([returnOf("a", good.rows, { basis: { ...basis, scope } })])).toEqual([
      'returns.0.basis.scope.excluded.1: expected nothing that is included; received "travel", which returns.0.basis.scope.included.0 has.',
    ]);
    expect(
      problems([returnOf("a", good.rows, { basis: { ...basis, period: { at: "2020-03-31" } } })]),
    ).toEqual([
      "returns.0.basis.period: expected a period in which a flow happens; received a date. Give { from, to } or { each }.",
    ]);
    expect(problems([returnOf("a", [{ ...place, area: "all areas", volume: 10 }])])).toEqual([
      'returns.0.rows.0.area: expected one area, as totals are made here; received "all areas".',
    ]);
    expect(problems([good], { suppress: { volumesBelow: 0 }, outlierBeyond: 2 })).toMatchInlineSnapshot(`
      [
        "options.suppress.volumesBelow: expected a whole number from 1 up; received 0.",
        "options.suppress.returnsBelow: expected a number; received nothing.",
        "options.outliersBeyond: expected a plain decimal number, such as 0.62 or "0.62"; received nothing.",
        "options.unmarkedShare: expected a plain decimal number, such as 0.62 or "0.62"; received nothing.",
        "options.outlierBeyond: expected a known name: suppress, outliersBeyond, unmarkedShare, waive; received "outlierBeyond". Did you mean "outliersBeyond"?",
      ]
    `);
  });
});
