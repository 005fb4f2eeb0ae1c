import { isModelError } from "../../errors.ts";
import { invalidData } from "../../vocabulary/problems.ts";
import type { Contracted } from "./contracted.ts";

/** What a year comes to; what is not said of a year of run-off is refused with why that year is there. */
export function inRunOff<R>({ year, runsOff = false }: Contracted, act: () => R): R {
  try {
    return act();
  } catch (error) {
    if (!runsOff || !isModelError(error, "invalid-data")) throw error;
    const { subject, problems } = error.details;
    const why = `The run-off of the months reaches into ${year}: nobody is referred in it any more, and those referred before start and leave.`;
    throw invalidData(
      subject,
      problems.map((one) =>
        one.expected.includes(year) ? { ...one, message: `${one.message} ${why}` } : one,
      ),
    );
  }
}
