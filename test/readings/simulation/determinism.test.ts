import { expect, test } from "vitest";
import { goldenDraws } from "./golden.ts";

test("the same seed gives the same draws to the last bit, on this machine as on any other", () => {
  expect(goldenDraws()).toMatchInlineSnapshot(`
    {
      "beta, plain": "3fe13d72597c6d34",
      "beta, spread evenly": "3fe7686850d209ac",
      "discrete, plain": "4000000000000000",
      "discrete, spread evenly": "4000000000000000",
      "lognormal, plain": "403823df95e820d0",
      "lognormal, spread evenly": "403282194d115bf1",
      "normal, plain": "4033e5b886f2e63e",
      "normal, spread evenly": "4034ea74791de343",
      "pert, plain": "4039e696e9f75c7f",
      "pert, spread evenly": "40350f360f5ebc38",
      "stated, plain": "403996417c067a42",
      "stated, spread evenly": "403ae81e0cc96090",
      "total, by chance": "4061400000000000",
      "total, plain": "406250a948557018",
      "total, spread evenly": "4065fa7e4555c704",
      "triangular, plain": "4037d919fc2a321e",
      "triangular, spread evenly": "404446bb5d3bd59c",
      "uniform, plain": "40389bd430dc8d6c",
      "uniform, spread evenly": "404693ab25ac504d",
    }
  `);
});
