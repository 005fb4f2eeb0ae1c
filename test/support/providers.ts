import type { Bidder, CostModel } from "volumes-and-values/provider";

/** What a service costs in full where nothing is said but some of it: no overheads, no tax, no surplus. */
export const costModel = (said: Partial<CostModel>): CostModel => ({
  direct: [],
  drivers: {},
  overheads: [],
  nonCash: [],
  management: [],
  tupe: [],
  redundancy: [],
  vat: "all recovered",
  surplusPerPound: 0,
  sharedBy: "starts",
  ...said,
});

/** A provider paid a block, and at least so much, with a worker for every 77 people. Illustrative throughout. */
export const inSteps: Bidder = {
  name: "In steps",
  mechanism: {
    name: "A block",
    counts: "starts",
    parts: [{ pay: "block", amount: 63_057 }],
    atLeast: 74_118,
  },
  costs: [
    { name: "premises", fixed: 47_994 },
    { name: "support", perCase: 91 },
    { name: "workers", steps: { each: 77, amount: 25_033 } },
  ],
};
