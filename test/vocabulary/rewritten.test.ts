import { describe, expect, test } from "vitest";
import { admittedByMonth, exposure, monthlyFlows, payment, staff } from "volumes-and-values/provider";
import type { Mechanism, Timing, VolumeRule, VolumesByYear } from "volumes-and-values/provider";
import { refusal } from "../numbers/refusal.ts";

const priced = (price: unknown) =>
  ({ name: "Price", counts: "starts", parts: [{ pay: "per case", price }] }) as Mechanism;
const paid = (price: unknown, year = "2022/23") =>
  refusal(() => payment(priced(price), { year, contracted: 1, delivered: 1 })).message;
const timing: Timing = { from: "2021-04-01", lagToStart: 0, lagToCompletion: 1, lagToDropOut: 1 };

describe("a number that a provider writes as people do", () => {
  test.for([
    ["62%", "0.62"],
    ["£250", "250"],
    ["£1,200.50", "1200.50"],
    ["1,200", "1200"],
    ["1e3", "1000, if the program that wrote it dropped no digit"],
  ] as const)("%s is told how to be written", ([written, plainly]) => {
    expect(paid(written)).toMatch(new RegExp(`received "${written}"\\. Write ${plainly}\\.$`));
  });

  test("has no word for what is no number", () => {
    expect(paid("about 250")).toMatch(/received "about 250"\.$/);
  });

  test("is told so wherever they say numbers", () => {
    const volumes = { "2021/22": { referrals: "1,200", starts: 900, completions: 600 } };
    expect(refusal(() => monthlyFlows(volumes as VolumesByYear, timing)).message).toContain("Write 1200.");
    const rule = { agreedLevel: "1,700", reads: "admitted", from: "2022-04-01", monthBefore: 1 };
    const decided = { ...rule, reason: "a rule", source: "illustrative" } as VolumeRule;
    expect(refusal(() => admittedByMonth([], decided)).message).toContain("Write 1700.");
    const roles = { adviser: { hoursPerStart: 9, productiveHours: 1408, posts: "whole" } } as const;
    const work = [{ year: "2023/24", starts: "1,440" }];
    expect(refusal(() => staff({ roles }, { work })).message).toContain("Write 1440.");
  });
});

describe("a year that a provider writes with a hyphen, or in full", () => {
  test("is told how to be written", () => {
    expect(paid(1, "2022-23")).toContain('received "2022-23". Write 2022/23.');
    expect(paid({ by: "year", values: { "2022/2023": 1 }, otherwise: 2 })).toContain("Write 2022/23.");
    const us = { name: "us", mechanism: priced(1), costs: [{ name: "staff", fixed: 1 }] };
    expect(refusal(() => exposure({ "2021-22": { cases: 1 } }, us)).message).toContain("Write 2021/22.");
    const volumes = { "2021-22": { referrals: 1, starts: 1, completions: 1 } };
    expect(refusal(() => monthlyFlows(volumes, timing)).message).toContain("Write 2021/22.");
  });

  test("has no word where it is written so already, and is no year of the index", () => {
    const indexation = { base: "2019/20", index: { name: "CPI", source: "s", values: { "2021/22": 100 } } };
    const indexed = { ...priced(1), indexation };
    expect(refusal(() => payment(indexed, { year: "2021/22", contracted: 1, delivered: 1 })).message).toMatch(
      /indexation\.base: expected a year of the index: 2021\/22; received "2019\/20"\.$/,
    );
  });

  test("has no word where the two years do not follow each other", () => {
    expect(paid(1, "2022-24")).toMatch(/received "2022-24"\.$/);
  });
});
