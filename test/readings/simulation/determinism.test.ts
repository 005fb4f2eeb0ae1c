import { expect, test } from "vitest";
import { goldenDraws } from "./golden.ts";

test("the same seed gives the same draws to the last bit, on this machine as on any other", () => {
  expect(goldenDraws()).toMatchInlineSnapshot(`
    {
      "beta, plain": "d798be02bd5fb9d4",
      "beta, spread evenly": "533724c7b8bf2dc8",
      "discrete, plain": "8bd1ad50ad70c8c5",
      "discrete, spread evenly": "193711aab58975ca",
      "lognormal, plain": "3534f13045502035",
      "lognormal, spread evenly": "b91803b978ce9b3f",
      "normal, plain": "34ce5d567487e38a",
      "normal, spread evenly": "85ac5ceda2d9baf1",
      "pert, plain": "01d0722b1ff9aad3",
      "pert, spread evenly": "885e1eb8a7faca95",
      "stated, plain": "6abeaeca265332bd",
      "stated, spread evenly": "e7f85e3951d88e5d",
      "total, by chance": "9e92d00e5060b829",
      "total, plain": "70f29e177ec2b359",
      "total, spread evenly": "5f5d6e976cc31d53",
      "triangular, plain": "cd6889dff310b325",
      "triangular, spread evenly": "6b2c693385bd8307",
      "uniform, plain": "b62e7eba17a294bb",
      "uniform, spread evenly": "c8137c174774db76",
    }
  `);
});
