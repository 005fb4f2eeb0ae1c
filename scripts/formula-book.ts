/** Writes the formula book from the formulas themselves; with `--check`, says whether it is as they are. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import * as frontDoor from "../src/index.ts";
import { isFormula } from "../src/index.ts";
import * as provider from "../src/provider.ts";
import * as sources from "../src/sources.ts";
import * as readings from "../src/readings.ts";
import type { Figure, Formula, Inputs, InputUnits, WorkedInput } from "../src/index.ts";
import * as caseload from "../src/formulas/caseload.ts";
import * as collation from "../src/formulas/collation.ts";
import * as conversion from "../src/formulas/conversion.ts";
import * as disparity from "../src/formulas/disparity.ts";
import * as exposure from "../src/formulas/exposure.ts";
import * as discounting from "../src/formulas/discounting.ts";
import * as fullCost from "../src/formulas/full-cost.ts";
import * as impliedUnitCost from "../src/formulas/implied-unit-cost.ts";
import * as indicativeValue from "../src/formulas/indicative-value.ts";
import * as interventions from "../src/formulas/interventions.ts";
import * as lag from "../src/formulas/lag.ts";
import * as monthlyFlows from "../src/formulas/monthly-flows.ts";
import * as need from "../src/formulas/need.ts";
import * as payment from "../src/formulas/payment.ts";
import * as priceBase from "../src/formulas/price-base.ts";
import * as priority from "../src/formulas/priority.ts";
import * as rampShapes from "../src/formulas/ramp-shapes.ts";
import * as rampUp from "../src/formulas/ramp-up.ts";
import * as records from "../src/formulas/records.ts";
import * as screening from "../src/formulas/screening.ts";
import * as smoothRampUp from "../src/formulas/smooth-ramp-up.ts";
import * as staff from "../src/formulas/staff.ts";
import * as staffingGaps from "../src/formulas/staffing-gaps.ts";
import * as stay from "../src/formulas/stay.ts";
import * as stock from "../src/formulas/stock.ts";
import * as turnover from "../src/formulas/turnover.ts";
import * as unitCost from "../src/formulas/unit-cost.ts";
import { decimalFrom } from "../src/numbers/decimal.ts";
import { readable } from "../src/numbers/print.ts";
import { expression } from "../src/readings/expression.ts";

export const formulaBookPath = "docs/formula-book.md";

/** A stage of the way from a caseload to a value: its formulas are those of one file. */
interface Stage {
  readonly title: string;
  readonly file: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

const stages: readonly Stage[] = [
  { title: "Caseload", file: "caseload", exports: caseload },
  { title: "Screening", file: "screening", exports: screening },
  { title: "Turnover", file: "turnover", exports: turnover },
  { title: "Need and referrals", file: "need", exports: need },
  { title: "Ramp-up", file: "ramp-up", exports: rampUp },
  { title: "Shapes of a ramp-up", file: "ramp-shapes", exports: rampShapes },
  { title: "Conversion", file: "conversion", exports: conversion },
  { title: "How long people stay", file: "stay", exports: stay },
  { title: "People and interventions", file: "interventions", exports: interventions },
  { title: "Unit cost", file: "unit-cost", exports: unitCost },
  { title: "Indicative value", file: "indicative-value", exports: indicativeValue },
  { title: "Implied unit cost", file: "implied-unit-cost", exports: impliedUnitCost },
  { title: "Flows by month", file: "monthly-flows", exports: monthlyFlows },
  { title: "Lags", file: "lag", exports: lag },
  { title: "People waiting and on service", file: "stock", exports: stock },
  { title: "Who is served first", file: "priority", exports: priority },
  { title: "Price base", file: "price-base", exports: priceBase },
  { title: "Discounting", file: "discounting", exports: discounting },
  { title: "Staff", file: "staff", exports: staff },
  { title: "A provider's own records", file: "records", exports: records },
  { title: "Sources side by side", file: "disparity", exports: disparity },
  { title: "Many returns together", file: "collation", exports: collation },
  { title: "Payment", file: "payment", exports: payment },
  { title: "Volume risk", file: "exposure", exports: exposure },
  { title: "Staffing gaps", file: "staffing-gaps", exports: staffingGaps },
  { title: "A smoother ramp-up", file: "smooth-ramp-up", exports: smoothRampUp },
  { title: "Full cost", file: "full-cost", exports: fullCost },
];

/** The formula book as Markdown. Throws where a formula that is exported stands in the file of no stage. */
export function formulaBook(): string {
  const exported: readonly unknown[] = Object.values({ ...frontDoor, ...provider, ...readings, ...sources });
  const formulas = exported.filter(isFormula);
  const staged = stages.map(({ title, file, exports }) => {
    const descriptions = descriptionsIn(`src/formulas/${file}.ts`);
    const own = [...descriptions.keys()].map((name) => exports[name]);
    return { title, descriptions, formulas: own.filter(isFormula).filter((one) => formulas.includes(one)) };
  });
  const homeless = formulas.filter((one) => !staged.some((stage) => stage.formulas.includes(one)));
  if (homeless.length > 0) {
    const names = homeless.map(({ figure }) => figure).join(", ");
    throw new Error(
      `${names}: no stage of the formula book has the file. Add it to scripts/formula-book.ts.`,
    );
  }
  return [
    front,
    ...staged.flatMap(({ title, descriptions, formulas: own }) => [
      `## ${title}`,
      ...own.map((one) => entry(one, descriptions.get(one.figure) ?? "")),
    ]),
  ]
    .join("\n\n")
    .concat("\n");
}

const front = `---
title: Formula book
group: Reference
---

# Formula book

Every formula, stage by stage, from a caseload to a value. The sum of each is written out from its worked answer, by the
code that explains figures; nobody types it here. A share lies between 0 and 1. A count given as a plain number is whole
and not negative. Values with a … have more digits than are shown.

\`npm run formula-book\` writes this page.`;

function entry(one: Formula, description: string): string {
  const { figure, unit, inputs, shares = [], counts = [], source, worked } = one;
  const mark = (name: string) => (shares.includes(name) ? "share" : counts.includes(name) ? "count" : "");
  const { sum, fixed } = sumOf(one);
  const given = Object.entries(worked.given).map(([name, value]) => `${name} ${inputText(value)}`);
  return [
    `### ${figure}`,
    ...(description === "" ? [] : [description]),
    `**${figure}** = ${sum}`,
    ...fixed.map((input) => `where ${input.name ?? ""} is ${String(input)}: ${input.source ?? ""}`),
    [
      "| input | unit | kind |",
      "| --- | --- | --- |",
      ...Object.entries(inputs).map(([name, due]) => `| ${name} | ${unitText(due)} | ${mark(name)} |`),
    ].join("\n"),
    [
      `- Unit: ${unit}`,
      `- Source: ${source}`,
      `- Worked answer: ${given.join(", ")} gives ${measured(worked.gives, unit)}`,
      ...(worked.source === undefined ? [] : [`- Source of the worked answer: ${worked.source}`]),
    ].join("\n"),
  ].join("\n\n");
}

/** The sum of a formula over the names of its inputs, and the inputs that it brings itself. */
function sumOf(one: Formula): { readonly sum: string; readonly fixed: readonly Figure[] } {
  const fixed: Figure[] = [];
  const worked = one(one.worked.given as Inputs<InputUnits>);
  const sum = expression(worked, (figure) => {
    const name = figure.name ?? "";
    if (!Object.hasOwn(one.inputs, name.replace(/\[\d+\]$/, ""))) fixed.push(figure);
    return name;
  });
  // The parts of a list: the first and the last say how many there are.
  return { sum: sum.replace(/(\w+)\[0\](?: \+ \1\[\d+\])+ \+ (\1\[\d+\])/g, "$1[0] + … + $2"), fixed };
}

const unitText = (due: InputUnits[string]): string => (typeof due === "string" ? due : `${due.many}, a list`);

const numberText = (value: unknown): string => readable(decimalFrom(value as string));

function inputText(value: WorkedInput): string {
  if (Array.isArray(value)) return (value as readonly WorkedInput[]).map(inputText).join(" and ");
  if (typeof value !== "object" || !("of" in value)) return numberText(value);
  return `${numberText(value.count)} of ${numberText(value.of)}`;
}

const measured = (value: string, unit: string): string =>
  unit === "ratio" ? numberText(value) : `${numberText(value)} ${unit}`;

/** What a file declares, in its order, and what the docstring of each says before its tags. */
function descriptionsIn(path: string): ReadonlyMap<string, string> {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ESNext, true);
  const found = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const name = statement.declarationList.declarations[0]?.name.getText();
    const docstring = ts.getJSDocCommentsAndTags(statement).findLast(ts.isJSDoc);
    const text = ts.getTextOfJSDocComment(docstring?.comment);
    if (name !== undefined) found.set(name, linked(text ?? ""));
  }
  return found;
}

const linked = (text: string): string =>
  text.replace(/\s*\n\s*/g, " ").replace(/\{@link (\w+)\s*\}/g, "`$1`");

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [option, ...more] = process.argv.slice(2);
  if (more.length > 0 || (option !== undefined && option !== "--check"))
    throw new Error("say --check, or nothing to write the formula book");
  const book = formulaBook();
  if (option === undefined) {
    writeFileSync(formulaBookPath, book);
    console.log(formulaBookPath);
  } else if (!existsSync(formulaBookPath) || readFileSync(formulaBookPath, "utf8") !== book) {
    console.error(`${formulaBookPath} is not what the formulas say. Run npm run formula-book.`);
    process.exitCode = 1;
  }
}
