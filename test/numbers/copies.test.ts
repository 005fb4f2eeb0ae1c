import { createRequire } from "node:module";
import { inspect } from "node:util";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Decimal } from "decimal.js"; // eslint-disable-line @typescript-eslint/no-restricted-imports -- what a caller brings
import { build } from "tsup";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import * as door from "volumes-and-values";
import * as readings from "volumes-and-values/readings";
import { divide, exactly, multiply, toDigits } from "./fraction.ts";

/** The front door and the readings of one copy. */
const library = { ...door, ...readings };
type Library = typeof library;

const require = createRequire(import.meta.url);

/** Figures of every kind of sum, as text: roots, quotients, products of many digits, shares in whole pence. */
function answers({ apportion, given, rampFactors, starts, sum }: Library, wrap: (text: string) => Decimal) {
  const pounds = given(wrap("123456789.123456789"), "GBP", { name: "pounds" });
  const rate = given({ count: wrap("1"), of: wrap("3") }, "starts/referrals", { name: "startRate" });
  return [
    starts({ referrals: 1_234_567, startRate: rate }),
    pounds.times(pounds).dividedBy(7),
    sum("GBP", [pounds, pounds.rounded({ places: 1, mode: "half even" }), pounds.dividedBy(37)]),
    pounds.rounded({ places: 0, mode: "up" }),
    ...rampFactors({ shape: "front-loaded", monthsToPlateau: 5 }),
    ...apportion(wrap("100.01"), [wrap("0.000001"), wrap("0.000002")], { quantum: wrap("0.01") }),
  ].map(String);
}

const usual = answers(library, (text) => new Decimal(text));
const defaults = {
  precision: 20,
  rounding: 4,
  toExpNeg: -7,
  toExpPos: 21,
  modulo: 1,
  maxE: 9e15,
  minE: -9e15,
} as const;
const rough = {
  precision: 5,
  rounding: 1,
  toExpNeg: 0,
  toExpPos: 2,
  modulo: 3,
  maxE: 40,
  minE: -40,
} as const;

/** What an application might do to the Decimal it shares with everyone. */
function roughen(of: typeof Decimal): void {
  of.set(rough);
}

describe("settings of the application's own Decimal move no answer", () => {
  afterEach(() => {
    Decimal.set(defaults); // eslint-disable-line no-restricted-syntax -- as it was
  });

  test("the answers are to 40 digits, so that a rougher sum would show", () => {
    const pounds = exactly("123456789.123456789");
    const seventh = toDigits(divide(multiply(pounds, pounds), exactly(7)), 40);
    expect(exactly((usual[1] as string).replace(/ .*/, ""))).toEqual(seventh);
    // 1,234,567 × 0.333…3, of 40 threes
    expect(usual[0]).toBe("411522.3333333333333333333333333333333332921811 starts");
  });

  test("set after the library is loaded", () => {
    roughen(Decimal);
    expect(new Decimal(2).dividedBy(3).toString()).toBe("6.6666e-1");
    expect(answers(library, (text) => new Decimal(text))).toEqual(usual);
  });

  test("set before the library is loaded", async () => {
    roughen(Decimal);
    vi.resetModules();
    const fresh = await import("volumes-and-values");
    expect(fresh.Figure).not.toBe(door.Figure);
    expect(answers({ ...fresh, ...readings }, (text) => new Decimal(text))).toEqual(usual);
  });

  test("numbers made by a clone of Decimal with settings of its own", () => {
    const Rough = Decimal.clone(rough);
    expect(answers(library, (text) => new Rough(text))).toEqual(usual);
  });

  test("numbers made by a second copy of decimal.js, loaded as CommonJS", () => {
    const { Decimal: Other } = require("decimal.js") as { Decimal: typeof Decimal };
    expect(Other).not.toBe(Decimal);
    expect(answers(library, (text) => new Other(text))).toEqual(usual);
    roughen(Other);
    expect(answers(library, (text) => new Other(text))).toEqual(usual);
    Other.set(defaults);
  });

  test("the library leaves the application's Decimal as it found it", () => {
    const before = { precision: Decimal.precision, rounding: Decimal.rounding, toExpPos: Decimal.toExpPos };
    answers(library, (text) => new Decimal(text));
    expect({ precision: Decimal.precision, rounding: Decimal.rounding, toExpPos: Decimal.toExpPos }).toEqual(
      before,
    );
    expect(new Decimal(2).dividedBy(3).toString()).toBe("0.66666666666666666667");
  });
});

describe("the ESM and CommonJS copies of the library mix", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const outDir = `${root}build/copies-${String(process.pid)}`;
  let esm: Library;
  let commonJs: Library;

  beforeAll(async () => {
    await build({
      config: false,
      entry: [`${root}src/readings.ts`, `${root}src/index.ts`],
      outDir,
      format: ["esm", "cjs"],
      target: "es2022",
      tsconfig: `${root}tsconfig.build.json`,
      noExternal: [/.*/],
      splitting: false,
      silent: true,
    });
    const imported = async (entry: string): Promise<object> =>
      (await import(/* @vite-ignore */ pathToFileURL(`${outDir}/${entry}.js`).href)) as object;
    esm = { ...(await imported("index")), ...(await imported("readings")) } as Library;
    const required = (entry: string): object => require(`${outDir}/${entry}.cjs`) as object;
    commonJs = { ...required("index"), ...required("readings") } as Library;
  }, 60_000);

  afterAll(async () => {
    const { rm } = await import("node:fs/promises");
    await rm(outDir, { recursive: true, force: true });
  });

  const pairs = (): [Library, Library][] => [
    [esm, commonJs],
    [commonJs, esm],
    [library, commonJs],
    [esm, library],
  ];

  test("they are three copies", () => {
    expect(new Set([esm.Figure, commonJs.Figure, door.Figure]).size).toBe(3);
    expect(new Set([esm.ModelError, commonJs.ModelError, library.ModelError]).size).toBe(3);
    expect(answers(esm, (text) => new Decimal(text))).toEqual(usual);
    expect(answers(commonJs, (text) => new Decimal(text))).toEqual(usual);
  });

  test("a figure of one copy adds to, divides and is summed with a figure of the other", () => {
    for (const [mine, yours] of pairs()) {
      const a = mine.given("0.1", "GBP", { name: "a" });
      const b = yours.given("0.2", "GBP", { name: "b" });
      expect(String(a.plus(b))).toBe("0.3 GBP");
      expect(String(a.minus(b))).toBe("-0.1 GBP");
      expect(String(a.dividedBy(b).times(b))).toBe("0.1 GBP");
      expect(String(a.min(b).max(b).clampedTo(a, b))).toBe("0.2 GBP");
      expect(String(a.max(b).dividedBy(3))).toBe(`0.0${"6".repeat(39)}7 GBP`);
      expect(String(mine.sum("GBP", [a, b, a.plus(b)]).rounded({ places: 1, mode: "half up" }))).toBe(
        "0.6 GBP",
      );
    }
  });

  test("a formula of one copy takes a figure of the other, and either tells how it was made", () => {
    for (const [mine, yours] of pairs()) {
      const referrals = yours.given(1_200, "referrals", { name: "referrals", source: "illustrative" });
      const attended = mine.starts({ referrals, startRate: "0.62" });
      expect(inspect(attended)).toBe("Figure 744 starts");
      expect(String(yours.explain(attended))).toBe(String(mine.explain(attended)));
      expect(JSON.stringify(yours.working(attended))).toBe(JSON.stringify(mine.working(attended)));
      const read = yours.readWorking(JSON.parse(JSON.stringify(mine.working(attended))));
      expect(read).toMatchObject({ unit: "starts" });
      expect(String(read as door.Figure)).toBe("744 starts");
    }
  });

  test("each copy knows the other's figures, formulas and errors", () => {
    for (const [mine, yours] of pairs()) {
      expect(mine.isFigure(yours.given(1, "ratio", { name: "one" }))).toBe(true);
      expect(mine.isFormula(yours.starts)).toBe(true);
      const error: unknown = (() => {
        try {
          return yours.starts({ referrals: 1_200, startRate: 62 });
        } catch (caught) {
          return caught;
        }
      })();
      expect(error).not.toBeInstanceOf(mine.ModelError);
      expect(mine.isModelError(error)).toBe(true);
      expect(mine.isModelError(error, "out-of-range")).toBe(true);
      expect(mine.isModelError(error, "not-a-number")).toBe(false);
    }
  });

  test("units are kept apart across copies", () => {
    for (const [mine, yours] of pairs()) {
      const referrals = yours.given(1_200, "referrals", { name: "referrals" });
      expect(() => mine.given(744, "starts", { name: "starts" }).plus(referrals as never)).toThrow(
        "plus takes starts, and received referrals in referrals.",
      );
    }
  });
});
