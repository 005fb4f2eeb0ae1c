import { expect, test } from "vitest";
import { goldenDraws } from "./golden.ts";

test("the same seed gives the same draws to the last bit, on this machine as on any other", () => {
  expect(goldenDraws()).toMatchInlineSnapshot(`
    {
      "beta, plain": "3fe863aaba0a0c6f",
      "beta, spread evenly": "3fe7686850c4dd43",
      "discrete, plain": "3ff0000000000000",
      "discrete, spread evenly": "4000000000000000",
      "lognormal, plain": "40365e7916e08fac",
      "lognormal, spread evenly": "403282194d1c088d",
      "normal, plain": "402cadad89a620d7",
      "normal, spread evenly": "4034ea747919c264",
      "pert, plain": "4034682b5bc16b2a",
      "pert, spread evenly": "40350f360f64d542",
      "stated, plain": "403dbbac42c2229c",
      "stated, spread evenly": "403ae81e0cc4c50e",
      "total, by chance": "4060400000000000",
      "total, plain": "4060b80b82076c26",
      "total, spread evenly": "4065fa7e455859c7",
      "triangular, plain": "4031ad5fc89ae2f3",
      "triangular, spread evenly": "404446bb5d3f2106",
      "uniform, plain": "403b76b77798fff9",
      "uniform, spread evenly": "404693ab25af8000",
    }
  `);
});
