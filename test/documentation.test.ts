import { beforeAll, describe, expect, test } from "vitest";
import { docstringSources, documentation, markdownSource, type Source } from "./support/documentation.ts";
import { prepare } from "./support/documentation-program.ts";

const shown = documentation();

/** Small pages with one fault each, to see that the faults are found. */
const page = (text: string): Source => markdownSource("page.md", text.replaceAll("'''", "```"));
const right = page(`
'''ts
import { inspect } from "node:util";
const people = ["Ann", "Bo"];
'''
Later blocks see earlier names, and may use them anew.
'''ts
import { inspect, type InspectOptions } from "node:util";
people.length; // => 2
people; // => [ 'Ann', 'Bo' ]
people.join(" and "); // => Ann and Bo
people.join(" and "); // => "Ann and Bo"
people.join("\\n  ");
// => Ann
//      Bo
({ first: "Ann", second: "Bo" });
// => {
//      first: 'Ann',
//      second: 'Bo'
//    }
const options: InspectOptions = {};
export const longer = inspect(people, options).length; // => 15
JSON.parse("{"); // throws: JSON
await Promise.reject(new Error("nobody came")); // throws: nobody
console.log(people.length, "people"); // => 2 people
// @ts-expect-error people are not a number
people * 2; // => NaN
try {
  JSON.parse("{");
} catch (error) {
  error instanceof SyntaxError; // => true
}
'''
'''ts
const people = 3;
console.log("there are", people);
console.table([{ people }]);
'''
'''text
there are 3
┌─────────┬────────┐
│ (index) │ people │
├─────────┼────────┤
│ 0       │ 3      │
└─────────┴────────┘
'''
`);
const wrongAnswer = page("one\n'''ts\n\n1 + 1; // => 3\n'''");
const wrongType = page("'''ts\nconst people: number = 'Ann';\npeople; // => Ann\n'''");
const noAnswer = page("'''ts\nconst people = 2;\n'''\n'''ts\n1 + 1; // => 2\n'''");
const wrongOutput = page("'''ts\nconsole.log(2);\n'''\n'''text\n3\n'''");
const silentOutput = page("'''ts\nconsole.log(2);\n1 + 1; // => 2\n'''");
const noThrow = page("'''ts\nString(2); // throws: two\n'''");
const otherThrow = page("'''ts\nJSON.parse('{'); // throws: two\n'''");
const crash = page("'''ts\n1 + 1; // => 2\nJSON.parse('{');\n'''");
const unreached = page("'''ts\nfor (const one of [] as number[]) {\n  one; // => 1\n}\n'''");
const adrift = page("'''ts\n1 + 1; // => 2\n\n// => 3\n'''");
const [example, noBlock, aside] = docstringSources(
  "people.ts",
  "/**\n * One.\n *\n * @example\n * ```ts\n * 1 + 1; // => 3\n * ```\n */\nexport const one = 1;\n" +
    "/**\n * Two.\n *\n * @example two + two\n */\nexport const two = 2;\n" +
    "export class Three {\n  /**\n   * Three.\n   *\n   * ```ts\n   * 1 + 2; // => 3\n   * ```\n   */\n  three() {}\n}\n",
) as [Source, Source, Source];
const fixtures = [
  right,
  wrongAnswer,
  wrongType,
  noAnswer,
  wrongOutput,
  silentOutput,
  noThrow,
  otherThrow,
  crash,
  unreached,
  adrift,
  example,
  noBlock,
  aside,
];

let problems: ReturnType<typeof prepare>;
beforeAll(() => {
  problems = prepare([...shown, ...fixtures], "build/documentation");
}, 60_000);
const problemsOf = (source: Source) => problems.get(source)?.();

describe("what the documentation shows is so", () => {
  test.for(shown.map((source) => [source.title, source] as const))("%s", async ([, source]) => {
    const found = await problemsOf(source);
    if (found === undefined || found.length > 0) expect.fail(found?.join("\n\n"));
  });
});

describe("documentation that is wrong is found out", () => {
  test("what is right passes", async () => {
    expect(await problemsOf(right)).toEqual([]);
  });

  test.for([
    ["a wrong answer", wrongAnswer, "page.md:4: the documentation says\n3\nand it is\n2"],
    [
      "a type error",
      wrongType,
      "page.md:2: does not compile: Type 'string' is not assignable to type 'number'.",
    ],
    ["a block without an answer", noAnswer, "page.md:2: the block shows no answer"],
    ["output that differs", wrongOutput, "page.md:2: the text block says\n3\nand it prints\n2"],
    ["output nobody shows", silentOutput, "page.md:2: the block prints what no text block shows:\n2"],
    [
      "no error where one is promised",
      noThrow,
      "page.md:2: the documentation says\nan error with: two\nand it is\nno error",
    ],
    ["another error than promised", otherThrow, "page.md:2: the documentation says\nan error with: two"],
    ["an error nobody promised", crash, "page.md:3: does not run: "],
    ["an answer never come to", unreached, "page.md:3: the code never came to this answer"],
    ["an answer that belongs to nothing", adrift, "page.md:4: an answer that belongs to no statement"],
    ["a wrong answer in a docstring", example, "people.ts:6: the documentation says\n3\nand it is\n2"],
    ["an example without a block", noBlock, "people.ts:1: people.ts: two: an example without a ts block"],
  ] as const)("%s", async ([, source, problem]) => {
    expect(await problemsOf(source)).toEqual([expect.stringContaining(problem)]);
  });

  test("a block that claims not to run is refused", () => {
    expect(() => page("'''ts no-run\n1 + 1;\n'''")).toThrow("every example runs");
  });

  test("a block outside an example runs too", async () => {
    expect(aside.title).toBe("people.ts: Three.three");
    expect(await problemsOf(aside)).toEqual([]);
  });
});
