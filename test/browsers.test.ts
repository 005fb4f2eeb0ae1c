import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "tsup";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forecast, parsePlan } from "volumes-and-values";
import { essexWith } from "./support/plans.ts";

/** What a page gives the bundle, and what it finds there afterwards. */
export interface Page {
  plan: unknown;
  answers: Readonly<Record<string, unknown>>;
}

const folder = mkdtempSync(join(tmpdir(), "volumes-and-values-"));
let bundle = "";

beforeAll(async () => {
  await build({
    config: false,
    silent: true,
    entry: { page: "test/support/in-a-browser.ts" },
    outDir: folder,
    platform: "browser",
    format: "iife",
    target: "es2022",
    noExternal: [/.*/],
    outExtension: () => ({ js: ".js" }),
  });
  bundle = readFileSync(join(folder, "page.js"), "utf8");
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const plan = essexWith();

/** The answers of a page that has these things besides the language itself, and may make no code of text. */
function answersWith(globals: object, before = ""): Page["answers"] {
  const page = createContext({ plan, ...globals }, { codeGeneration: { strings: false, wasm: true } });
  runInContext(before, page);
  runInContext(bundle, page);
  return (page as Page).answers;
}

describe("in a browser, bundled without configuration and with no Node around", () => {
  test("figures, readings, a simulation and a forecast come out as here", () => {
    const answers = answersWith({ atob });
    expect(answers).toMatchObject({ figure: "744 starts", whatIf: "840 starts", derivative: 1200 });
    expect(answers["explanation"]).toContain("given, at startRate");
    expect(answers["starts"]).toBe(String(forecast(parsePlan(plan)).total().starts));
  });

  test("where there is no WebAssembly, the draws are the same, to the last bit", () => {
    const without = answersWith({}, "delete globalThis.WebAssembly");
    expect(without["draws"]).toEqual(answersWith({ atob })["draws"]);
  });

  test("nothing in it makes code of text", () => {
    expect(bundle).not.toMatch(/\beval\(|new Function\(/);
  });
});
