import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAbsent, present } from "volumes-and-values";
import { staff, staffingGaps } from "volumes-and-values/provider";
import type { Staff, Staffing, StaffingGapsOptions } from "volumes-and-values/provider";
import { explain, whatIf } from "volumes-and-values/readings";
import { refusal } from "../../numbers/refusal.ts";
import { runs } from "../../support/arbitraries-numbers.ts";
import { problemsOf } from "../../support/plans.ts";

const costs = {
  noticePerPost: 2500,
  redundancyPerPost: 6000,
  recruitmentPerPost: 3000,
  trainingPerPost: 4000,
  vacancyPerPost: 2000,
};
const pay = { salary: 28_000, onCostPerPound: "0.25" } as const;

/** Posts of one role, year by year: an hour a start and an hour a year, so that posts are starts. */
function postsOf(levels: readonly number[], more: object = pay) {
  const roles = { adviser: { hoursPerStart: 1, productiveHours: 1, posts: "in parts", ...more } } as const;
  const work = levels.map((starts, index) => ({ year: `contract year ${String(index + 1)}`, starts }));
  return staff({ roles } satisfies Staffing, { work });
}

const gapsOf = (levels: readonly number[], opening?: number, more?: object) =>
  staffingGaps(postsOf(levels, more), {
    costs,
    ...(opening !== undefined && { opening: { adviser: opening } }),
  });

describe("the gaps in staff", () => {
  test("are the posts let go in year one and hired again in year two, and what both cost", () => {
    const gaps = gapsOf([4, 11, 11], 10);
    expect(gaps.rows.map(({ ended, begun, hiredAgain }) => [ended, begun, hiredAgain].map(String))).toEqual([
      ["6 fte", "0 fte", "0 fte"],
      ["0 fte", "7 fte", "6 fte"],
      ["0 fte", "0 fte", "0 fte"],
    ]);
    const { endedShare, cost, costOfCarrying, carryingCostsMore } = gaps.total();
    // 6 × (2,500 + 6,000) + 7 × (3,000 + 4,000 + 2,000), against 6 posts idle at 35,000 and 1 begun at 9,000.
    expect([String(cost), String(present(costOfCarrying))]).toEqual(["114000 GBP", "219000 GBP"]);
    expect(String(present(carryingCostsMore))).toBe("105000 GBP");
    expect(isAbsent(endedShare)).toBe(true);
    expect(String(present(gaps.total("contract year 1").endedShare))).toBe("0.6");
  });

  test("begin with the second period, where nobody is said to be there before", () => {
    const gaps = gapsOf([4, 11]);
    expect(gaps.rows.map(({ period, begun }) => `${period} ${String(begun)}`)).toEqual([
      "contract year 2 7 fte",
    ]);
    expect(gaps.total().hiredAgain.toString()).toBe("0 fte");
  });

  test("say what share of the posts let go is hired again, in all and by period", () => {
    const gaps = gapsOf([4, 7, 9, 9], 12);
    // Eight of twelve end; of them three are hired again in year two, and two of the five left in year three.
    expect(gaps.rows.map(({ letGo }) => String(letGo))).toEqual(["0 fte", "8 fte", "5 fte", "3 fte"]);
    expect(String(present(gaps.total().hiredAgainShare))).toBe("0.625");
    expect(
      gaps.rows.map(({ hiredAgainShare: share }) => (isAbsent(share) ? share.absent : String(share))),
    ).toEqual(["no posts were let go", "0.375", "0.4", "0"]);
    expect(String(present(gaps.total("contract year 3").hiredAgainShare))).toBe("0.4");
    expect(isAbsent(gapsOf([4, 11]).total().hiredAgainShare)).toBe(true);
  });

  test("cost what ends and what begins, each by itself", () => {
    const { costOfEnding, costOfBeginning, cost } = gapsOf([4, 11], 10).total();
    // 6 × (2,500 + 6,000), and 7 × (3,000 + 4,000 + 2,000).
    expect([costOfEnding, costOfBeginning, cost].map(String)).toEqual([
      "51000 GBP",
      "63000 GBP",
      "114000 GBP",
    ]);
    expect(String(gapsOf([4, 11], 10).total("contract year 2").costOfEnding)).toBe("0 GBP");
  });

  test("have no share where no posts were there, and no cost of carrying without a salary", () => {
    expect(isAbsent(gapsOf([4], 0).rows[0]?.endedShare ?? { absent: "" })).toBe(true);
    const unpaid = gapsOf([4, 11], 10, {}).total();
    expect(String(unpaid.cost)).toBe("114000 GBP");
    expect(isAbsent(unpaid.costOfCarrying) && isAbsent(unpaid.carryingCostsMore)).toBe(true);
  });

  test("are figures with their working", () => {
    const { cost } = gapsOf([4, 11], 10).total();
    expect(explain(cost).toString()).toContain("staffingGaps.costs.redundancyPerPost");
    expect(String(whatIf(cost, { "staffingGaps.costs.redundancyPerPost": 0 }))).toBe("78000 GBP");
    expect(String(whatIf(cost, { "staffingGaps.opening.adviser": 4 }))).toBe("63000 GBP");
  });

  test("lose no post: opening, less those that end, and those that begin, are the last period's", () => {
    const levels = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(levels, fc.integer({ min: 0, max: 60 }), (posts, opening) => {
        const gaps = gapsOf(posts, opening);
        const { ended, begun, hiredAgain } = gaps.total();
        expect(begun.minus(ended).value.toNumber()).toBe((posts.at(-1) ?? 0) - opening);
        expect(hiredAgain.value.toNumber()).toBeLessThanOrEqual(
          Math.min(ended.value.toNumber(), begun.value.toNumber()),
        );
        for (const { ended: here, begun: there } of gaps.rows)
          expect(here.value.isZero() || there.value.isZero()).toBe(true);
      }),
      runs,
    );
  });

  test("are gone where staff are carried through: nobody is hired again, and none are too few", () => {
    const levels = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(levels, fc.integer({ min: 0, max: 60 }), (posts, opening) => {
        const { rows } = gapsOf(posts, opening);
        const carried = rows.map(({ carried: held }) => held.value.toNumber());
        carried.forEach((held, index) => {
          expect(held).toBeGreaterThanOrEqual(posts[index] ?? 0);
        });
        expect(gapsOf(carried, opening).total().hiredAgain.value.isZero()).toBe(true);
      }),
      runs,
    );
  });

  test("print as a table", () => {
    expect(gapsOf([4, 11], 10).table()[0]).toEqual({
      role: "adviser",
      period: "contract year 1",
      before: "10.00",
      posts: "4.00",
      ended: "6.00",
      endedShare: "0.60",
      begun: "0.00",
      hiredAgain: "0.00",
      cost: "51,000",
      carried: "10.00",
      costOfCarrying: "210,000",
    });
  });

  test("are refused with every problem of what they cost and of who was there", () => {
    const wrong = {
      costs: { ...costs, noticePerPost: -1, redundancy: 6000 },
      opening: { advisor: 10 },
      opens: 1,
    };
    const options = wrong as unknown as StaffingGapsOptions;
    expect(problemsOf(() => staffingGaps(postsOf([4]), options)).map(({ message }) => message))
      .toMatchInlineSnapshot(`
      [
        "staffingGaps.opens: expected a known name: opening, costs; received "opens".",
        "staffingGaps.costs.redundancy: expected a known name: noticePerPost, redundancyPerPost, recruitmentPerPost, trainingPerPost, vacancyPerPost; received "redundancy".",
        "staffingGaps.costs.noticePerPost: expected zero or more; received -1.",
        "staffingGaps.opening.advisor: expected a known name: adviser; received "advisor". Did you mean "adviser"?",
        "staffingGaps.opening.adviser: expected a figure in fte, or a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing.",
      ]
    `);
    const nobody = null as unknown as Staff;
    expect(problemsOf(() => staffingGaps(nobody, { costs })).map(({ message }) => message)).toEqual([
      "staff: expected the posts that staff() gives; received null.",
    ]);
    expect(
      problemsOf(() => staffingGaps(postsOf([4]), undefined as unknown as StaffingGapsOptions))[0]?.message,
    ).toBe("staffingGaps: expected an object with opening, costs; received nothing.");
    expect(refusal(() => gapsOf([4, 11], 10).total("contract year 9")).code).toBe("unknown-word");
  });
});
