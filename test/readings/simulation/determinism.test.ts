import { expect, test } from "vitest";
import { goldenDraws } from "./golden.ts";

test("the same seed gives the same draws to the last bit, on this machine as on any other", () => {
  expect(goldenDraws()).toMatchInlineSnapshot(`
    {
      "beta, plain": "edd7427d483863c0",
      "beta, spread evenly": "67601b5de135fee6",
      "discrete, plain": "0bf652ba93579765",
      "discrete, spread evenly": "193711aab58975ca",
      "lognormal, plain": "a2c7e5462e0bdff0",
      "lognormal, spread evenly": "b6631fabe3016799",
      "normal, plain": "a890fe0f7ae855e9",
      "normal, spread evenly": "07328150bd3cd7b7",
      "pert, plain": "b85694ca0b76a4e1",
      "pert, spread evenly": "0bcb0eeb2a64f659",
      "stated, plain": "456f3803b19935fe",
      "stated, spread evenly": "964f1d5111847827",
      "total, by chance": "194b1127f0c83036",
      "total, plain": "60dbd149bf573ae7",
      "total, spread evenly": "7ad343312b3bd9d3",
      "triangular, plain": "7d08762e24c541eb",
      "triangular, spread evenly": "502a66fd1cc5ede3",
      "uniform, plain": "07988d0d23b640e0",
      "uniform, spread evenly": "2ff85be3827a1988",
    }
  `);
});
