import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { given } from "volumes-and-values";
import { checkCsv, readCsv } from "volumes-and-values/csv";
import { problemsOf } from "../support/plans.ts";
import { decimalText } from "../support/arbitraries-numbers.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const columns = { area: "word", volume: "count", unitCost: "number?" } as const;

const someLine = fc.record({
  area: fc
    .stringMatching(/^[\w"',;\n-][\w "',;\n-]{0,8}[\w"',;-]$/)
    .map((word) => word.trim())
    .filter((word) => word !== ""),
  volume: fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String),
  unitCost: fc.option(decimalText(20), { nil: undefined }),
});

describe("a file of rows", () => {
  test("gives back to the digit what was written, whatever quotation marks, commas and line ends it has", () => {
    fc.assert(
      fc.property(
        fc.array(someLine),
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom("", "\uFEFF"),
        (lines, newline, mark) => {
          const text =
            mark +
            Papa.unparse(
              { fields: Object.keys(columns), data: lines.map((line) => ({ ...line })) },
              { newline },
            );
          expect(readCsv(text, { columns })).toEqual(
            lines.map(({ unitCost, ...line }) => ({
              ...line,
              ...(unitCost === undefined ? {} : { unitCost }),
            })),
          );
        },
      ),
      { numRuns: runs },
    );
  });

  test("has numbers that no float could hold", () => {
    const [row] = readCsv("area,volume,unitCost\nessex,9007199254740993,0.1000000000000000000001\n", {
      columns,
    });
    expect(given(row?.unitCost ?? "", "GBP/starts", { name: "unitCost" }).toString()).toBe(
      "0.1000000000000000000001 GBP/starts",
    );
    expect(row?.volume).toBe("9007199254740993");
  });

  test("has words and numbers under the names they are asked for, and says which columns nobody read", () => {
    const text = "Where;Starts in the year;Notes\nessex; 900 ;x\n";
    const options = {
      columns: { area: "word", volume: "count" },
      headers: { area: "Where", volume: "Starts in the year" },
      delimiter: ";",
    } as const;
    expect(checkCsv(text, options)).toEqual({
      rows: [{ area: "essex", volume: "900" }],
      bad: [],
      unread: ["Notes"],
    });
  });

  test("has rows whose names are known to the compiler", () => {
    const rows = readCsv("area,volume,unitCost\n", { columns });
    expectTypeOf(rows).items.toHaveProperty("area").toEqualTypeOf<string>();
    expectTypeOf(rows).items.toHaveProperty("unitCost").toEqualTypeOf<string | undefined>();
    expectTypeOf(rows).items.not.toHaveProperty("notes");
    expect(rows).toEqual([]);
  });
});

describe("a row that cannot be read", () => {
  const text = [
    "area,volume,unitCost",
    'essex,"1,200",250',
    'kent,900,"250.5"',
    "",
    '"west',
    'sussex",-3,£250',
    "surrey,900",
    ",900,1e3",
    "wales,900,250",
    "hants,900.5,",
  ].join("\n");

  test("is reported by the line it begins on and its column, and stays", () => {
    const { rows, bad } = checkCsv(text, { columns });
    expect(rows.map(({ area }) => area)).toEqual(["kent", "wales"]);
    expect(bad.map(({ line, cells }) => [line, cells.length])).toEqual([
      [2, 3],
      [5, 3],
      [7, 2],
      [8, 3],
      [10, 3],
    ]);
    expect(bad.flatMap(({ problems }) => problems).map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "line 2, column volume: expected a whole number from 0 up; received "1,200". Write 1200.",
        "line 5, column volume: expected a whole number from 0 up; received "-3".",
        "line 5, column unitCost: expected a plain decimal number, such as 0.62 or "0.62"; received "£250". Write 250.",
        "line 7: expected 3 cells, as in the headers; received 2.",
        "line 8, column area: expected text that is not blank; received "". Read the column as "word?" if it may be blank.",
        "line 8, column unitCost: expected a plain decimal number, such as 0.62 or "0.62"; received "1e3", a power of ten. Write 1000, if the program that wrote it dropped no digit.",
        "line 10, column volume: expected a whole number from 0 up; received "900.5".",
      ]
    `);
    expect(bad[1]?.problems.map(({ line, column }) => [line, column])).toEqual([
      [5, "volume"],
      [5, "unitCost"],
    ]);
  });

  test("makes the whole file refused, with every problem", () => {
    expect(problemsOf(() => readCsv(text, { columns })).map(({ path }) => path)).toMatchInlineSnapshot(`
      [
        "line 2, column volume",
        "line 5, column volume",
        "line 5, column unitCost",
        "line 7",
        "line 8, column area",
        "line 8, column unitCost",
        "line 10, column volume",
      ]
    `);
  });

  test("is never lost: good and bad rows together are those of the file", () => {
    const cell = fc.constantFrom("essex", "900", "-1", "", "1e3", "250.10", "a b");
    const line = fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => cells.join(","));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { rows, bad } = checkCsv(["area,volume,unitCost", ...lines].join("\n"), { columns });
        expect(rows.length + bad.length).toBe(lines.length);
        for (const { line: number, cells } of bad) expect(cells.join(",")).toBe(lines[number - 2]);
      }),
      { numRuns: runs },
    );
  });

  test("is one with a quotation mark that is never closed", () => {
    const { rows, bad } = checkCsv('area,volume,unitCost\nkent,900,250\n"essex,900,250\nsussex,1,2\n', {
      columns,
    });
    expect(rows).toHaveLength(1);
    expect(bad.map(({ problems }) => problems[0]?.message)).toMatchInlineSnapshot(`
      [
        "line 3: expected cells whose quotation marks match; received a quotation mark that is never closed. Lines 3 to 4 are read as this row. Write one within a cell twice.",
      ]
    `);
  });
});

describe("a quotation mark in the wrong place", () => {
  const text = 'area,volume,unitCost\n"ess"ex,1,2\nkent,2,3\nsurrey,"3",4\nhants,4,5\n';

  test("says which lines it took in, in one problem", () => {
    const { rows, bad } = checkCsv(text, { columns });
    expect(rows.map(({ area }) => area)).toEqual(["hants"]);
    expect(bad.map(({ line, lastLine }) => [line, lastLine])).toEqual([[2, 4]]);
    expect(bad.flatMap(({ problems }) => problems.map(({ message }) => message))).toMatchInlineSnapshot(`
      [
        "line 2: expected cells whose quotation marks match; received a quotation mark within a cell, or something after its last. Lines 2 to 4 are read as this row. Write one within a cell twice.",
      ]
    `);
  });

  test("is one problem where it is never closed either", () => {
    const { bad } = checkCsv('area,volume,unitCost\n"ess"ex,1,2\nkent,2,3\n', { columns });
    expect(bad.flatMap(({ problems }) => problems.map(({ message }) => message))).toMatchInlineSnapshot(`
      [
        "line 2: expected cells whose quotation marks match; received a quotation mark within a cell, or something after its last. Lines 2 to 3 are read as this row. Write one within a cell twice.",
      ]
    `);
  });

  test("is none in a cell of several lines, which are one row", () => {
    const { bad } = checkCsv('area,volume,unitCost\n"west\nsussex",-3,2\n', { columns });
    expect(bad.map(({ line, lastLine }) => [line, lastLine])).toEqual([[2, 3]]);
  });
});

describe("a blank line", () => {
  test("is a record without a word where a file has one column that may be blank", () => {
    expect(readCsv("area\nessex\n\nkent\n", { columns: { area: "word?" } })).toEqual([
      { area: "essex" },
      {},
      { area: "kent" },
    ]);
    expect(readCsv("area\nessex\n\nkent\n", { columns: { area: "word" } })).toHaveLength(2);
    expect(readCsv("area,sex\nessex,male\n\nkent,\n", { columns: { area: "word?" } })).toHaveLength(2);
  });
});

describe("a cell", () => {
  test("of nothing but a space that takes no room is blank", () => {
    expect(
      readCsv("area,volume\n\u200B,1\n\u200Bessex\u200B,2\n", {
        columns: { area: "word?", volume: "count" },
      }),
    ).toEqual([{ volume: "1" }, { area: "essex", volume: "2" }]);
  });

  test.each([
    ["count", "1,000", "1000"],
    ["number", "1,234,567.50", "1234567.50"],
    ["count", "1 000", "1000"],
    ["count", "1.0", "1"],
    ["number", "£5", "5"],
    ["number", "£1,000.50", "1000.50"],
    ["number", "-£1,000", "-1000"],
    ["number", "2,5", "2.5"],
    ["number", ".5", "0.5"],
    ["number", "5.", "5"],
    ["number", "62%", "0.62"],
    ["number", "62.5%", "0.625"],
    ["number", "(1,5)", "-1.5"],
    ["number", "(1,2,3)", undefined],
    ["number", "1\u00A0000", "1000"],
    ["number", "1\u202F000.50", "1000.50"],
    ["number", "n/a", undefined],
    ["count", "2.5", undefined],
    ["count", "-£5", undefined],
  ] as const)(
    "of a %s that says %s comes with what to write, where that is clear: %s",
    (kind, cell, mended) => {
      const { bad } = checkCsv(`figure;x\n${cell};y\n`, { columns: { figure: kind }, delimiter: ";" });
      const message = bad[0]?.problems[0]?.message ?? "";
      expect(message).toContain(`received ${JSON.stringify(cell)}`);
      expect(/ Write (.*)\.$/.exec(message)?.[1]).toBe(mended);
      if (mended !== undefined)
        expect(readCsv(`figure\n${mended}\n`, { columns: { figure: kind } })).toEqual([{ figure: mended }]);
    },
  );
});

describe("a number that is not written plainly", () => {
  const messageOf = (kind: "count" | "number", cell: string): string =>
    checkCsv(`figure;x\n${cell};y\n`, { columns: { figure: kind }, delimiter: ";" }).bad[0]?.problems[0]
      ?.message ?? "";

  test("says what was met where that cannot be seen, or may be meant for something else, and what to write", () => {
    const cells = [
      "9\u200B00",
      "-1\u00AD,2\u200E00",
      "1e3",
      "1.25E+02",
      "5%",
      "(5)",
      "(£1,250.50)",
      "−5",
      "–5",
    ];
    expect(cells.map((cell) => messageOf("number", cell))).toMatchInlineSnapshot(`
      [
        "line 2, column figure: expected a plain decimal number, such as 0.62 or "0.62"; received "900", with a character that cannot be seen in it, U+200B. Write 900.",
        "line 2, column figure: expected a plain decimal number, such as 0.62 or "0.62"; received "-1,200", with a character that cannot be seen in it, U+00AD, U+200E. Write -1200.",
        "line 2, column figure: expected a plain decimal number, such as 0.62 or "0.62"; received "1e3", a power of ten. Write 1000, if the program that wrote it dropped no digit.",
        "line 2, column figure: expected a plain decimal number, such as 0.62 or "0.62"; received "1.25E+02", a power of ten. Write 125, if the program that wrote it dropped no digit.",
        "line 2, column figure: expected a plain decimal number, such as 0.62 or "0.62"; received "5%", a percentage. Write 0.05.",
        "line 2, column figure: expected a plain decimal number, such as 0.62 or "0.62"; received "(5)", a number below zero as accounts write it. Write -5.",
        "line 2, column figure: expected a plain decimal number, such as 0.62 or "0.62"; received "(£1,250.50)", a number below zero as accounts write it. Write -1250.50.",
        "line 2, column figure: expected a plain decimal number, such as 0.62 or "0.62"; received "−5", a minus sign that is no hyphen. Write -5.",
        "line 2, column figure: expected a plain decimal number, such as 0.62 or "0.62"; received "–5", a minus sign that is no hyphen. Write -5.",
      ]
    `);
  });

  test("says the same of a count, and what to write where it is one", () => {
    expect(["9\u200B00", "1e3", "2.5e-1", "5%", "(5)", "−5"].map((cell) => messageOf("count", cell)))
      .toMatchInlineSnapshot(`
      [
        "line 2, column figure: expected a whole number from 0 up; received "900", with a character that cannot be seen in it, U+200B. Write 900.",
        "line 2, column figure: expected a whole number from 0 up; received "1e3", a power of ten. Write 1000, if the program that wrote it dropped no digit.",
        "line 2, column figure: expected a whole number from 0 up; received "2.5e-1", a power of ten.",
        "line 2, column figure: expected a whole number from 0 up; received "5%", a percentage.",
        "line 2, column figure: expected a whole number from 0 up; received "(5)", a number below zero as accounts write it.",
        "line 2, column figure: expected a whole number from 0 up; received "−5", a minus sign that is no hyphen.",
      ]
    `);
  });

  test("comes to what it says to write, whatever number it is", () => {
    const number = fc.integer({ min: 0, max: 10 ** 9 }).map(String);
    fc.assert(
      fc.property(number, number, fc.integer({ min: -12, max: 12 }), (whole, part, power) => {
        const said = (cell: string): string =>
          / Write ([^ ,]*?)[.,]?( |$)/.exec(messageOf("number", cell))?.[1] ?? "";
        expect(said(`(${whole}.${part})`)).toBe(`-${whole}.${part}`);
        const percent = given(said(`${whole}.${part}%`), "ratio", { name: "share" });
        expect(percent.times(100).value.equals(`${whole}.${part}`)).toBe(true);
        const powered = given(said(`${whole}.${part}e${String(power)}`), "ratio", { name: "number" });
        expect(powered.value.equals(`${whole}.${part}e${String(power)}`)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  test("is refused and not guessed at where its power of ten is beyond what anybody writes", () => {
    expect(messageOf("number", "1e999")).toMatchInlineSnapshot(
      `"line 2, column figure: expected a plain decimal number, such as 0.62 or "0.62"; received "1e999"."`,
    );
  });
});

describe("a blank cell", () => {
  test("is refused with the kind of column that may have one", () => {
    const { bad } = checkCsv("area,volume,cost\n,,\n", {
      columns: { area: "word", volume: "count", cost: "number" },
    });
    expect(bad[0]?.problems.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "line 2, column area: expected text that is not blank; received "". Read the column as "word?" if it may be blank.",
        "line 2, column volume: expected a whole number from 0 up; received "". Read the column as "count?" if it may be blank.",
        "line 2, column cost: expected a plain decimal number, such as 0.62 or "0.62"; received "". Read the column as "number?" if it may be blank.",
      ]
    `);
  });

  test("is nothing in a column of each kind that may have one", () => {
    const columns = { area: "word?", volume: "count?", cost: "number?" } as const;
    expect(readCsv("area,volume,cost\n,,\nessex,5,0.5\n", { columns })).toEqual([
      {},
      { area: "essex", volume: "5", cost: "0.5" },
    ]);
  });
});

describe("a file that is not what was meant", () => {
  const problems = (text: unknown, options: unknown = { columns }) =>
    problemsOf(() => checkCsv(text as string, options as { columns: typeof columns })).map(
      ({ message }) => message,
    );

  test("is refused whole", () => {
    expect(problems("")).toMatchInlineSnapshot(`
      [
        "(the whole): expected a line of headers, and rows below it; received "".",
      ]
    `);
    expect(problems("aera,volume,unitCost,volume\n")).toMatchInlineSnapshot(`
      [
        "line 1: expected one column headed "area"; received aera, volume, unitCost, volume. Did you mean "aera"?",
        "line 1: expected one column headed "volume"; received 2 of that name.",
      ]
    `);
    expect(problems("area\n", { columns: {} })).toMatchInlineSnapshot(`
      [
        "columns: expected a column or more; received none.",
      ]
    `);
    expect(problems(7)).toMatchInlineSnapshot(`
      [
        "(the whole): expected the text of a file; received 7.",
      ]
    `);
    expect(problems("area\n", { columns: { area: "text" }, headers: { aera: "Where" }, delimeter: ";" }))
      .toMatchInlineSnapshot(`
        [
          "columns.area: expected a kind of column: "word", "count" or "number"; or "word?", "count?" or "number?", of which a cell may be blank; received "text".",
          "delimeter: expected a known name: columns, headers, delimiter; received "delimeter". Did you mean "delimiter"?",
        ]
      `);
  });

  test("is refused where its name or its bytes are given, with how to read its text", () => {
    const bytes = new TextEncoder().encode("area,volume,unitCost\n");
    expect([
      ...problems("returns.csv"),
      ...problems("data/returns of 2020.CSV"),
      ...problems(bytes),
      ...problems(Buffer.from(bytes)),
      ...problems(bytes.buffer),
    ]).toMatchInlineSnapshot(`
      [
        "(the whole): expected the text of a file; received its name, "returns.csv". Read it with utf8: readFileSync("returns.csv", "utf8") in Node, await file.text() on a page.",
        "(the whole): expected the text of a file; received its name, "data/returns of 2020.CSV". Read it with utf8: readFileSync("returns.csv", "utf8") in Node, await file.text() on a page.",
        "(the whole): expected the text of a file; received its bytes. Read it with utf8: readFileSync("returns.csv", "utf8") in Node, await file.text() on a page.",
        "(the whole): expected the text of a file; received its bytes. Read it with utf8: readFileSync("returns.csv", "utf8") in Node, await file.text() on a page.",
        "(the whole): expected the text of a file; received its bytes. Read it with utf8: readFileSync("returns.csv", "utf8") in Node, await file.text() on a page.",
      ]
    `);
    // A heading may look like a name of a file.
    const headed = checkCsv("returns.csv", { columns: { area: "word" }, headers: { area: "returns.csv" } });
    expect(headed.rows).toEqual([]);
  });

  test("says so where it has another sign between its cells", () => {
    expect(problems("area;volume;unitCost\nessex;1;2\n")).toMatchInlineSnapshot(`
      [
        "line 1: expected one column headed "area"; received "area;volume;unitCost". Read it with delimiter: ";".",
        "line 1: expected one column headed "volume"; received "area;volume;unitCost". Read it with delimiter: ";".",
        "line 1: expected one column headed "unitCost"; received "area;volume;unitCost". Read it with delimiter: ";".",
      ]
    `);
    expect(problems("area,volume,unitCost\n", { columns, delimiter: "\t" })).toMatchInlineSnapshot(`
      [
        "line 1: expected one column headed "area"; received "area,volume,unitCost". Read it with delimiter: ",".",
        "line 1: expected one column headed "volume"; received "area,volume,unitCost". Read it with delimiter: ",".",
        "line 1: expected one column headed "unitCost"; received "area,volume,unitCost". Read it with delimiter: ",".",
      ]
    `);
  });

  test("begins with its headers, after blank lines if there are some", () => {
    expect(readCsv("\n\narea\nessex\n", { columns: { area: "word" } })).toEqual([{ area: "essex" }]);
    expect(problems("\n\n")).toMatchInlineSnapshot(`
      [
        "(the whole): expected a line of headers, and rows below it; received "\\n\\n".",
      ]
    `);
    expect(problems('"area,volume,unitCost\nessex,1,2\n')).toMatchInlineSnapshot(`
      [
        "line 1: expected cells whose quotation marks match; received a quotation mark that is never closed. Lines 1 to 2 are read as this row. Write one within a cell twice.",
      ]
    `);
  });

  test("has its columns by their own names, whatever every object has", () => {
    const named = { toString: "word", valueOf: "count?" } as const;
    const [read] = readCsv("toString,valueOf\nessex,5\n", { columns: named });
    expect(Object.entries(read ?? {})).toEqual([
      ["toString", "essex"],
      ["valueOf", "5"],
    ]);
    expect(problems("area\nessex\n", { columns: { toString: "word" } })).toEqual([
      'line 1: expected one column headed "toString"; received area.',
    ]);
  });

  test("cannot have two columns of one heading", () => {
    expect(problems("n\n1\n", { columns: { volume: "count", n: "count" }, headers: { volume: "n" } }))
      .toMatchInlineSnapshot(`
      [
        "columns.n: expected each once; received n, which columns.volume has.",
      ]
    `);
  });
});
