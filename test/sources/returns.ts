import fc from "fast-check";
import type { CollateOptions, ProviderReturn } from "volumes-and-values/sources";

/** The basis on which the made-up returns of these tests stand. */
export const basis: ProviderReturn["basis"] = {
  period: { from: "2019-04-01", to: "2020-03-31" },
  kind: "flow",
  priceBase: "2019/20",
  vat: "excluded",
};

/** A return of one provider (illustrative): a volume and a unit cost in each place. */
export const returnOf = (
  provider: string,
  rows: ProviderReturn["rows"],
  otherwise: Partial<ProviderReturn> = {},
): ProviderReturn => ({ provider, counts: "starts", basis, source: "illustrative", rows, ...otherwise });

export const options: CollateOptions = {
  suppress: { volumesBelow: 10, returnsBelow: 3 },
  outliersBeyond: "1.5",
  unmarkedShare: 0,
};

const areas = ["essex", "kent", "sussex"] as const;
const services = ["accommodation", "womens-services"] as const;

const someRow = fc.record({
  area: fc.constantFrom(...areas),
  service: fc.constantFrom(...services),
  volume: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 2_000 })),
  unitCost: fc.option(
    fc.integer({ min: 0, max: 150_000 }).map((pence) => `${String(pence)}.25`),
    { nil: undefined },
  ),
});

/** Returns of several providers, each with some places and some unit costs. */
export const someReturns: fc.Arbitrary<readonly ProviderReturn[]> = fc
  .array(
    fc.uniqueArray(someRow, {
      selector: ({ area, service }) => `${area} ${service}`,
      minLength: 1,
      maxLength: 6,
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((all) =>
    all.map((rows, index) =>
      returnOf(
        `provider-${String(index)}`,
        rows.map(({ unitCost, ...row }) => ({ ...row, ...(unitCost === undefined ? {} : { unitCost }) })),
      ),
    ),
  );

export const someLimits: fc.Arbitrary<CollateOptions["suppress"]> = fc.record({
  volumesBelow: fc.integer({ min: 1, max: 40 }),
  returnsBelow: fc.integer({ min: 1, max: 4 }),
});
