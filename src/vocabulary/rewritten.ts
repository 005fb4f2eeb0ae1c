import type { Problem } from "../errors.ts";
import { isYearLabel } from "./calendar.ts";
import { writtenNumber } from "./written-numbers.ts";

/** Problems, each with what to write where a number or a year came in another form: "62%" is 0.62, "2022-23" is 2022/23. */
export const rewritten = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => {
    const mend = mendOf(one);
    return mend === undefined ? one : { ...one, message: `${one.message} Write ${mend}.` };
  });

/** What to write in place of a text, where it is clear, and nothing else is said of it yet. */
function mendOf({ expected, received, message }: Problem): string | undefined {
  const [, text] = /^"(.+)"$/.exec(received) ?? [];
  if (text === undefined || !message.endsWith(`received ${received}.`)) return undefined;
  if (expected.includes("2021/22")) return yearMeant(text);
  return expected.includes("a plain decimal number") ? plainlyWritten(text) : undefined;
}

/** A number that is not written plainly in plain digits, where it is clear what they are. */
export function plainlyWritten(text: string): string | undefined {
  const { plainly, unless } = writtenNumber(text);
  if (plainly === undefined || !/^[+-]?\d+(\.\d+)?$/.test(plainly)) return undefined;
  return unless === undefined ? plainly : `${plainly}, ${unless}`;
}

/** A financial year that is written in another way. */
function yearMeant(text: string): string | undefined {
  const [, start, end] = /^(\d{4})\s*[-/–]\s*(?:\d\d)?(\d\d)$/.exec(text) ?? [];
  const label = `${start ?? ""}/${end ?? ""}`;
  return isYearLabel(label) && label !== text ? label : undefined;
}
