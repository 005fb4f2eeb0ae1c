import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { forecast, isAbsent, isFigure, parsePlan, present, screen } from "volumes-and-values";
import { readWorking, working } from "volumes-and-values/readings";
import type { Dimension, Figure, Forecast, Row } from "volumes-and-values";
import { plausiblePlan } from "../support/arbitrary-plans.ts";
import type { Wanted } from "../support/arbitrary-plans.ts";
import { at, changed } from "../support/plans.ts";
import type { JsonObject } from "../support/plans.ts";
import { equals, isNearly, plus, rational, rationalOf, times } from "../support/rational.ts";
import type { Rational } from "../support/rational.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

/** Holds something of the forecast of every plausible plan. */
function ofEveryForecast(
  holds: (made: Forecast, data: JsonObject) => void,
  wanted: Partial<Wanted> = {},
): void {
  fc.assert(
    fc.property(plausiblePlan(wanted), (data) => {
      holds(forecast(parsePlan(data)), data);
    }),
    { numRuns: runs },
  );
}

const total = (figures: readonly Figure[]): Rational =>
  figures.map(rationalOf).reduce(plus, { top: 0n, bottom: 1n });
const atMost = (a: Figure, b: Figure): boolean => a.value.lessThanOrEqualTo(b.value);

const dimensions: readonly Dimension[] = [
  "lot",
  "contractType",
  "region",
  "area",
  "service",
  "complexity",
  "year",
];
const added = [
  "referralsMade",
  "referrals",
  "starts",
  "completions",
  "indicativeValue",
  "referralsIfUnknownAdmitted",
  "startsIfUnknownAdmitted",
] as const;

const servicesOf = (data: JsonObject): readonly JsonObject[] =>
  Object.values(data["services"] as JsonObject) as JsonObject[];
const cellsOf = (data: JsonObject): JsonObject[] => (data["caseload"] as JsonObject)["cells"] as JsonObject[];
const copyOf = (data: JsonObject): JsonObject => changed(data, {});

describe("in the forecast of every plausible plan", () => {
  it("everybody is eligible, excluded, out of cohort or unknown, service by service", () => {
    fc.assert(
      fc.property(plausiblePlan(), (data) => {
        const plan = parsePlan(data);
        for (const service of Object.values(plan.services)) {
          const single = {
            ...plan.caseload,
            cells: plan.caseload.cells.map((cell) =>
              Object.fromEntries(Object.entries(cell).filter(([name]) => name !== "complexity")),
            ),
          } as typeof plan.caseload;
          const { caseload, eligible, excluded, outOfCohort, unknown } = screen(single, service, {
            on: "2021-12-31",
            cohort: plan.lots[0]?.cohort ?? {},
          });
          expect(equals(total([eligible, excluded, outOfCohort, unknown]), rationalOf(caseload))).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });

  it("never more people start than were referred, and never more finish than started", () => {
    ofEveryForecast(({ rows }) => {
      for (const row of rows) {
        expect(atMost(row.completions, row.starts)).toBe(true);
        expect(atMost(row.starts, row.referrals)).toBe(true);
      }
    });
  });

  it("nobody is fewer than none, and no service is paid to take anybody", () => {
    ofEveryForecast(({ rows }) => {
      for (const row of rows)
        for (const figure of Object.values(row) as unknown[])
          if (isFigure(figure)) expect(figure.value.isNegative(), String(figure)).toBe(false);
    });
  });

  it("those delivered and those unmet are those who waited and those referred", () => {
    ofEveryForecast(({ rows }) => {
      for (const row of rows) {
        expect(
          equals(total([row.referrals, row.unmet]), total([row.carriedForward, row.referralsMade])),
        ).toBe(true);
      }
    });
  });

  it("those unmet at a year's end wait at the next one's start, or are lost, as the plan says", () => {
    ofEveryForecast(({ rows }) => {
      const before = new Map<string, Row>();
      for (const row of rows) {
        const key = JSON.stringify([row.lot, row.area, row.service, row.complexity]);
        const last = before.get(key);
        const waiting =
          row.unmetBecomes === "lost" || last === undefined ? rational(0) : rationalOf(last.unmet);
        expect(equals(rationalOf(row.carriedForward), waiting)).toBe(true);
        before.set(key, row);
      }
    });
  });

  it("nothing is lost over the years: all who were referred are delivered or unmet in the end", () => {
    ofEveryForecast((made) => {
      const { referrals, unmet, referralsMade } = made.total();
      expect(equals(total([referrals, unmet]), rationalOf(referralsMade))).toBe(true);
    });
  });

  it("admitting those whom nobody can tell of never lowers a volume", () => {
    ofEveryForecast(({ rows, plan }) => {
      // Nobody may be there at the date, and some in the year: they enter, are released, or are counted so.
      const someEnter = plan.caseload.cells.some(
        (cell) => "entrantsInYear" in cell || "releasesInYear" in cell || "peopleInYear" in cell,
      );
      for (const row of rows) {
        expect(atMost(row.referrals, row.referralsIfUnknownAdmitted)).toBe(true);
        expect(atMost(row.starts, row.startsIfUnknownAdmitted)).toBe(true);
        if (!someEnter && row.unknown.value.isZero() && row.carriedForward.value.isZero())
          expect(String(row.referralsIfUnknownAdmitted)).toBe(String(row.referrals));
      }
    });
  });

  it("admitting more never lowers a volume", () => {
    ofEveryForecast((made, data) => {
      const more = copyOf(data);
      for (const service of servicesOf(more)) {
        const exclude = (service["rules"] as JsonObject[]).find(({ decision }) => decision === "exclude");
        if (exclude !== undefined) exclude["decision"] = "admit";
      }
      const rows = forecast(parsePlan(more)).rows;
      expect(rows).toHaveLength(made.rows.length);
      for (const [index, row] of made.rows.entries()) {
        for (const name of ["eligible", "referralsMade", "referrals", "starts", "completions"] as const)
          expect(atMost(row[name], rows[index]?.[name] as Figure), `${name} of ${row.lot}`).toBe(true);
      }
    });
  });

  it("twice the caseload is twice the volume and twice the value", () => {
    ofEveryForecast(
      (made, data) => {
        const twice = copyOf(data);
        for (const cell of cellsOf(twice))
          for (const name of ["people", "supervisions", "entrantsInYear", "releasesInYear", "peopleInYear"])
            if (cell[name] !== undefined) cell[name] = Number(cell[name]) * 2;
        const rows = forecast(parsePlan(twice)).rows;
        const two = rational(2);
        for (const [index, row] of made.rows.entries()) {
          for (const name of ["referrals", "unmet", "starts", "completions", "indicativeValue"] as const) {
            expect(
              equals(rationalOf(rows[index]?.[name] as Figure), times(two, rationalOf(row[name]))),
              name,
            ).toBe(true);
          }
        }
      },
      { supervisions: false },
    );
  });

  it("an area split in two loses nobody and no pound", () => {
    fc.assert(
      fc.property(
        plausiblePlan({ supervisions: false, plateau: false }).filter(
          (data) =>
            !JSON.stringify(data).includes('"area":"gwent"') && !JSON.stringify(data).includes('"gwent"'),
        ),
        fc.infiniteStream(fc.nat(1000)),
        (data, parts) => {
          const parted = copyOf(data);
          const cells = cellsOf(parted);
          const name = cells[0]?.["area"] as string;
          // The other half of the area: its people, rates and lots are those of the first.
          const other = "gwent";
          const share = (count: unknown, part: number): number => Math.floor((Number(count) * part) / 1000);
          const halves = cells.flatMap((cell) => {
            if (cell["area"] !== name) return [cell];
            const part = parts.next().value;
            const [one, two] = [{ ...cell }, { ...cell, area: other }] as [JsonObject, JsonObject];
            for (const flow of ["people", "entrantsInYear", "releasesInYear", "peopleInYear"]) {
              if (cell[flow] === undefined) continue;
              one[flow] = share(cell[flow], part);
              two[flow] = Number(cell[flow]) - share(cell[flow], part);
            }
            // A cell's people in a year may be no fewer than its people: floors of the same part keep it so within one.
            const [inYear, people] = [Number(two["peopleInYear"] ?? Infinity), Number(two["people"])];
            if (inYear < people) {
              two["peopleInYear"] = people;
              one["peopleInYear"] = Number(one["peopleInYear"]) - (people - inYear);
            }
            return [one, two];
          });
          (parted["caseload"] as JsonObject)["cells"] = halves;
          const both = (value: unknown): unknown => {
            if (Array.isArray(value)) {
              const list = value.map(both);
              return list.includes(name) ? [...list, other] : list;
            }
            if (typeof value !== "object" || value === null) return value;
            const entries = Object.entries(value).map(
              ([key, one]) => [key, key === "area" && one === name ? [name, other] : both(one)] as const,
            );
            const record = Object.fromEntries(entries);
            return Object.hasOwn(record, name) ? { ...record, [other]: record[name] } : record;
          };
          parted["services"] = both(parted["services"]) as JsonObject;
          parted["lots"] = both(parted["lots"]) as JsonObject[];
          parted["turnover"] = both(parted["turnover"]) as never;
          const [before, after] = [forecast(parsePlan(data)).total(), forecast(parsePlan(parted)).total()];
          for (const measure of added)
            expect(equals(rationalOf(after[measure]), rationalOf(before[measure])), measure).toBe(true);
          expect(equals(rationalOf(after.unmet), rationalOf(before.unmet))).toBe(true);
        },
      ),
      { numRuns: runs },
    );
  });

  it("totals are the sums of their rows in any grouping, to the last digit", () => {
    fc.assert(
      fc.property(plausiblePlan(), fc.subarray([...dimensions]), (data, by) => {
        const made = forecast(parsePlan(data));
        const groups = made.by(...by);
        for (const name of added) {
          const rows = total(made.rows.map((row) => row[name]));
          expect(equals(total(groups.map((group) => group[name])), rows), name).toBe(true);
          expect(equals(rationalOf(made.total()[name]), rows), name).toBe(true);
        }
        expect(groups.reduce((count, group) => count + group.rows, 0)).toBe(made.rows.length);
        for (const group of groups) {
          const filter = Object.fromEntries(by.map((dimension) => [dimension, group[dimension] ?? ""]));
          expect(String(made.total(filter).indicativeValue)).toBe(String(group.indicativeValue));
        }
      }),
      { numRuns: runs },
    );
  });

  it("people are absent over services and years, with the reason, unless it is said how many services one is in", () => {
    ofEveryForecast((made) => {
      const different = (name: "service" | "year"): boolean =>
        new Set(made.rows.map((row) => row[name])).size > 1;
      const { eligible } = made.total();
      expect(isAbsent(eligible)).toBe(different("service") || different("year"));
      if (isAbsent(eligible)) expect(eligible.absent).toMatch(/^people do not add over /);
      for (const year of made.years) {
        const inYear = made.rows.filter((row) => row.year === year).map((row) => row.eligible);
        const { eligible: distinct } = made.total({ year }, { servicesPerPerson: 2 });
        const overlapping = isAbsent(made.total({ year }).eligible);
        const due = times(total(inYear), rational(overlapping ? "1/2" : 1));
        expect(isNearly(present(distinct), due)).toBe(true);
      }
    });
  });

  it("the unit cost of a total is its value over its starts", () => {
    ofEveryForecast((made) => {
      for (const { unitCost, indicativeValue, starts } of [made.total(), ...made.by("service", "year")]) {
        if (isAbsent(unitCost)) expect(starts.value.isZero()).toBe(true);
        else
          expect(isNearly(unitCost, times(rationalOf(indicativeValue), inverse(rationalOf(starts))))).toBe(
            true,
          );
      }
    });
  });

  it("a plan that went through JSON has the same forecast", () => {
    ofEveryForecast((made, data) => {
      const again = forecast(parsePlan(JSON.parse(JSON.stringify(parsePlan(data)))));
      expect(JSON.stringify(again)).toBe(JSON.stringify(made));
      expect(JSON.stringify(forecast(made.plan))).toBe(JSON.stringify(made));
    });
  });

  it("nothing that was given is changed, and nothing that is returned can be", () => {
    ofEveryForecast((made, data) => {
      const before = JSON.stringify(data);
      const text = JSON.stringify(made);
      made.by("service", "year");
      made.table("lot");
      expect(JSON.stringify(data)).toBe(before);
      for (const row of made.rows) {
        expect(Object.isFrozen(row)).toBe(true);
        expect(() => ((row as { year: string }).year = "1066/67")).toThrow(TypeError);
      }
      expect(() => (made.rows as Row[]).push(made.rows[0] as Row)).toThrow(TypeError);
      expect(JSON.stringify(made)).toBe(text);
    });
  });

  it("every figure's working reaches inputs only, and is the same computed again from its plain data", () => {
    fc.assert(
      fc.property(plausiblePlan(), (data) => {
        const made = forecast(parsePlan(data));
        const { starts, completions, indicativeValue, unmet, startsIfUnknownAdmitted, unitCost } =
          made.total();
        const figures = {
          starts,
          completions,
          indicativeValue,
          unmet,
          startsIfUnknownAdmitted,
          ...(isAbsent(unitCost) ? {} : { unitCost }),
        };
        const plain = JSON.parse(JSON.stringify(working(figures))) as ReturnType<typeof working>;
        const again = readWorking(plain) as Record<string, Figure>;
        for (const [name, figure] of Object.entries(figures))
          expect(String(again[name])).toBe(String(figure));
        for (const node of plain.nodes) {
          const isLeaf = node.operation === "given" || node.operation === "constant";
          // The sum of nobody is zero, and is made of nothing.
          if (node.of.length === 0)
            expect(isLeaf || (node.operation === "sum" && node.value === "0"), node.operation).toBe(true);
          else expect(isLeaf).toBe(false);
          const path = node.provenance?.path;
          if (path === undefined || /\.months\.\d+$/.test(path)) continue;
          const there = at(data, path) as JsonObject | string | number;
          expect(there, path).toBeDefined();
          const due =
            typeof there !== "object"
              ? rational(there)
              : "count" in there
                ? undefined
                : rational(there["value"] as string);
          if (due !== undefined) expect(equals(rational(node.value), due), path).toBe(true);
        }
      }),
      { numRuns: Math.max(30, Math.ceil(runs / 2)) },
    );
  });
});

const inverse = ({ top, bottom }: Rational): Rational => ({ top: bottom, bottom: top });
