/** What a web page asks of the library, bundled for it as it is: `test/browsers.test.ts` runs it with no Node around. */
import { forecast, given, parsePlan, starts } from "volumes-and-values";
import { explain, sensitivity, whatIf } from "volumes-and-values/readings";
import { simulate } from "volumes-and-values/simulation";
import type { Page } from "../browsers.test.ts";

const startRate = given("0.62", "starts/referrals", {
  name: "startRate",
  path: "startRate",
  low: "0.5",
  high: "0.7",
});
const attended = starts({ referrals: 1200, startRate });
const page = globalThis as unknown as Page;

page.answers = {
  figure: String(attended),
  explanation: String(explain(attended)),
  whatIf: String(whatIf(attended, { startRate: "0.7" })),
  derivative: sensitivity(attended).rows[0]?.derivative,
  draws: [...simulate(attended, { draws: 1000, seed: 1 }).draws()],
  starts: String(forecast(parsePlan(page.plan)).total().starts),
};
