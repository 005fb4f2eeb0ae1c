/** A way in which people write numbers that is not plain, and the plain digits of it. */
interface Writing {
  readonly form: RegExp;
  readonly plainly: (text: string) => string;
}

const without = (signs: RegExp) => (text: string) => text.replace(signs, "");

const writings: readonly Writing[] = [
  { form: /^[+-]?\d{1,3}([, ]\d{3})+(\.\d+)?$/, plainly: without(/[, ]/g) },
  { form: /^[+-]?£ ?\d{1,3}([, ]\d{3})*(\.\d+)?$/, plainly: without(/[£, ]/g) },
  { form: /^[+-]?£ ?\d+(\.\d+)?$/, plainly: without(/[£ ]/g) },
  { form: /^[+-]?\d+,\d{1,2}$/, plainly: (text) => text.replace(",", ".") },
  { form: /^[+-]?\.\d+$/, plainly: (text) => text.replace(".", "0.") },
  { form: /^[+-]?\d+\.0*$/, plainly: without(/\.0*$/) },
  { form: /^\d{1,3}%$/, plainly: hundredths },
];

/** A whole percentage as a share. */
function hundredths(text: string): string {
  const digits = text.slice(0, -1).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A number that is not written plainly, in plain digits, where it is clear what they are. */
export const plainlyWritten = (text: string): string | undefined =>
  writings.find(({ form }) => form.test(text))?.plainly(text);
