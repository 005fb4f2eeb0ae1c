import { describe, expect, it } from "vitest";
import { forecast } from "volumes-and-values";
import { bridge } from "volumes-and-values/readings";
import { june2020, november2019, ratios } from "../../examples/national/vintages.ts";

const [before, after] = [forecast(november2019), forecast(june2020)];
const reason = "the definition changed with the specification";
const made = bridge(before, after, {
  by: ["contractType"],
  waive: [{ difference: "definition", reason }],
});
const contractTypes = ["accommodation", "ete", "personal-wellbeing", "womens-services"] as const;

describe("two invented vintages of the national plan", () => {
  it("are refused, because volume was defined otherwise, and the reason for waiving it stays", () => {
    expect(() => bridge(before, after)).toThrow("the definition differs");
    expect(made.waived).toMatchObject([{ of: "definition", reason }]);
  });

  it("go as published: accommodation and ETE down, wellbeing and women's up, and 5% down in all", () => {
    // RR3 meeting note, 26 August 2020: figures of June and July 2020 against those of November 2019.
    expect(made.lines.map(({ contractType, change }) => [contractType, change.value.isNegative()])).toEqual([
      ["accommodation", true],
      ["ete", true],
      ["personal-wellbeing", false],
      ["womens-services", false],
    ]);
    const share = made.total.change.value.dividedBy(made.total.before.value);
    expect(share.toDecimalPlaces(2).toString()).toBe("-0.05");
  });

  it.for(contractTypes)(
    "%s: need, take-up and unit cost are what a hand calculation gives",
    (contractType) => {
      const line = made.lines.find((one) => one.contractType === contractType);
      if (line === undefined) throw new Error("every contract type has its line");
      const { takeUp, need } = ratios[contractType];
      const [was, volume, cost] = [line.before.value.toNumber(), takeUp * need, ratios.unitCost];
      // Of two factors, each does half at the old level of the other, and half at the new.
      const ofVolume = (was * (volume - 1) * (1 + cost)) / 2;
      const ofCost = (was * (cost - 1) * (1 + volume)) / 2;
      const byHand: Readonly<Record<string, number>> = {
        need: need === 1 ? 0 : ofVolume,
        takeUp: takeUp === 1 ? 0 : ofVolume,
        unitCost: ofCost,
      };
      for (const [cause, part] of Object.entries(line.parts))
        expect(Math.abs(part.value.toNumber() - (byHand[cause] ?? 0)), cause).toBeLessThan(0.02);
    },
  );

  it("comes to the same for a cause, however lines are told apart", () => {
    const totals = ([[], ["year"], ["area"], ["contractType", "complexity"]] as const).map((by) =>
      Object.values(made.by(...by).total.parts).map(String),
    );
    for (const total of totals) expect(total).toEqual(totals[0]);
  });
});
