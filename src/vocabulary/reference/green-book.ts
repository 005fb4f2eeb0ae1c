import { deeplyFrozen } from "../plain.ts";
import type { DiscountSchedule } from "../money.ts";

/** The Treasury's real discount rates by year from the first: for money in prices of one year, and never for nominal. */
export const greenBookSchedule: DiscountSchedule = /* @__PURE__ */ deeplyFrozen({
  name: "Green Book",
  source: "HM Treasury, The Green Book: real discount rates by year",
  asOf: "2026-11-22",
  bands: [
    { fromYear: 0, toYear: 30, rate: "0.035" },
    { fromYear: 31, toYear: 75, rate: "0.03" },
    { fromYear: 76, toYear: 125, rate: "0.025" },
    { fromYear: 126, toYear: 200, rate: "0.02" },
    { fromYear: 201, toYear: 300, rate: "0.015" },
    { fromYear: 301, rate: "0.01" },
  ],
});
