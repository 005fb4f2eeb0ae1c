/** A way in which people write numbers that is not plain: what it is called, where that is to be said, and plain digits. */
interface Writing {
  readonly form: RegExp;
  readonly met?: string;
  readonly plainly: (text: string) => string | undefined;
  /** What to make sure of before the digits are taken for what was meant. */
  readonly unless?: string;
}

/** A number as it was met: in words, where they are needed, and what to write instead, where that is clear. */
export interface Written {
  readonly met: string | undefined;
  readonly plainly: string | undefined;
  readonly unless: string | undefined;
}

const without = (signs: RegExp) => (text: string) => text.replace(signs, "");

const writings: readonly Writing[] = [
  { form: /^[+-]?\d{1,3}([, ]\d{3})+(\.\d+)?$/, plainly: without(/[, ]/g) },
  { form: /^[+-]?£ ?\d{1,3}([, ]\d{3})*(\.\d+)?$/, plainly: without(/[£, ]/g) },
  { form: /^[+-]?£ ?\d+(\.\d+)?$/, plainly: without(/[£ ]/g) },
  { form: /^[+-]?\d+,\d{1,2}$/, plainly: (text) => text.replace(",", ".") },
  { form: /^[+-]?\.\d+$/, plainly: (text) => text.replace(".", "0.") },
  { form: /^[+-]?\d+\.0*$/, plainly: without(/\.0*$/) },
  {
    form: /^[+-]?\d+(\.\d+)? ?%$/,
    met: "a percentage",
    plainly: (text) => shifted(text.replace(/ ?%$/, ""), -2),
  },
  {
    form: /^[+-]?\d+(\.\d+)?[eE][+-]?\d{1,2}$/,
    met: "a power of ten",
    plainly: (text) => {
      const [digits = "", power] = text.split(/[eE]/);
      return shifted(digits, Number(power));
    },
    unless: "if the program that wrote it dropped no digit",
  },
  {
    form: /^\(£? ?\d[\d, .]*\)$/,
    met: "a number below zero as accounts write it",
    plainly: (text) => belowZero(text.slice(1, -1)),
  },
  {
    form: /^[\u2212\u2013]£? ?\d[\d, .]*$/,
    met: "a minus sign that is no hyphen",
    plainly: (text) => belowZero(text.slice(1)),
  },
];

/** A number that is written plainly, or in one of these ways, in plain digits below zero. */
function belowZero(text: string): string | undefined {
  const plainly = /^\d+(\.\d+)?$/.test(text)
    ? text
    : writings.find(({ form }) => form.test(text))?.plainly(text);
  return plainly === undefined ? undefined : `-${plainly}`;
}

/** A number with its point so many places further to the right, or to the left, in plain digits. */
function shifted(number: string, places: number): string {
  const sign = /^[+-]?/.exec(number)?.[0] ?? "";
  const [whole = "", part = ""] = number.slice(sign.length).split(".");
  const point = whole.length + places;
  const digits = `${whole}${part}`.padStart(whole.length + part.length + Math.max(0, 1 - point), "0");
  const at = Math.max(1, point);
  const filled = digits.padEnd(at, "0");
  const decimals = filled.slice(at);
  return `${sign}${plainWhole(filled.slice(0, at))}${decimals === "" ? "" : `.${decimals}`}`;
}

const plainWhole = (digits: string): string => digits.replace(/^0+(?=\d)/, "");

/** What stands in text and takes no room: soft hyphens, joiners, marks of direction. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

/** How a character that cannot be seen is called: U+200B. */
const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** A number that is not written plainly: what was met, and its plain digits where it is clear what they are. */
export function writtenNumber(text: string): Written {
  const unseen = [...new Set(text.match(invisible) ?? [])];
  const seen = text.replace(invisible, "").replace(/\s/g, " ");
  const writing = writings.find(({ form }) => form.test(seen));
  const met = [
    ...(unseen.length === 0
      ? []
      : [`with a character that cannot be seen in it, ${unseen.map(codeOf).join(", ")}`]),
    ...(writing?.met === undefined ? [] : [writing.met]),
  ];
  return {
    met: met.length === 0 ? undefined : met.join(", "),
    plainly: writing === undefined ? (seen === text ? undefined : seen) : writing.plainly(seen),
    unless: writing?.unless,
  };
}

/** Text as it can be seen. */
export const visible = (text: string): string => text.replace(invisible, "");
