import type { Difference } from "./vocabulary/like-for-like.ts";

/** One thing wrong with data from outside: where, what was expected, what came. */
export interface Problem {
  /** Where in the data, in dots: `services.accommodation.startRate`. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  /** The known word nearest to a misspelt one. */
  readonly nearest?: string;
  readonly message: string;
}

/** What each kind of error tells a program, beside its message to a person. */
export interface ErrorDetails {
  /** A value that is not a plain decimal number. */
  readonly "not-a-number": { readonly received: string; readonly name?: string };
  /** A share outside 0 to 1, or a count that is negative or not whole. */
  readonly "out-of-range": { readonly name: string; readonly received: string; readonly expected: string };
  /** A unit where another is due. */
  readonly "wrong-unit": { readonly expected: string; readonly received: string; readonly where: string };
  /** An input that is missing, or one nobody knows. */
  readonly "wrong-inputs": {
    readonly figure: string;
    readonly missing: readonly string[];
    readonly unknown: readonly string[];
  };
  readonly "division-by-zero": { readonly divisor: string };
  /** A sum that would need more digits than are kept. */
  readonly "too-many-digits": { readonly operation: string; readonly digits: number };
  /** A figure used as if it were a bare number: `a < b`, `a + b`. */
  readonly "not-a-bare-number": { readonly figure: string };
  /** Data from outside with one problem or more. */
  readonly "invalid-data": { readonly subject: string; readonly problems: readonly Problem[] };
  /** A word (dimension, key, service) that is not among the known ones. */
  readonly "unknown-word": {
    readonly received: string;
    readonly known: readonly string[];
    readonly nearest?: string;
  };
  /** Figures that must not be added up, with the reason. */
  readonly "does-not-add": { readonly figure: string; readonly reason: string };
  /** Two forecasts that must not be bridged, with everything in which they differ and that nobody has waived. */
  readonly "not-like-for-like": { readonly differences: readonly Difference[] };
  /** Shares or weights that cannot divide a total. */
  readonly "cannot-apportion": { readonly total: string; readonly reason: string };
  /** A date, a rule, a shape where a number of a sum is due. */
  readonly "structural-input": { readonly path: string };
  /** Inputs of one path that differ, so that it names neither. */
  readonly "ambiguous-input": { readonly path: string; readonly values: readonly string[] };
  /** Money in the prices of several years, or nominal, where it must be in those of one. */
  readonly "mixed-prices": { readonly prices: readonly string[] };
}

export type ErrorCode = keyof ErrorDetails;

const brand = Symbol.for("volumes-and-values/ModelError");

/**
 * The one error of this library. `message` says what is wrong, with what, and what to do;
 * `code` and `details` say the same to a program.
 */
export class ModelError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = "ModelError";
  readonly code: Code;
  readonly details: ErrorDetails[Code];

  constructor(code: Code, message: string, details: ErrorDetails[Code]) {
    super(message);
    this.code = code;
    this.details = details;
  }

  get [brand](): true {
    return true;
  }
}

/**
 * Whether something caught is a `ModelError`, of one code if it is named; true also of errors from a second
 * copy of the library, where `instanceof` is not.
 *
 * @example
 * ```ts
 * import { isModelError, starts } from "volumes-and-values";
 *
 * try {
 *   starts({ referrals: 1200, startRate: 62 });
 * } catch (error) {
 *   isModelError(error, "out-of-range"); // => true
 * }
 * ```
 */
export function isModelError<Code extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: Code,
): error is ModelError<Code> {
  return (
    typeof error === "object" &&
    error !== null &&
    brand in error &&
    (code === undefined || (error as unknown as ModelError).code === code)
  );
}

/** The error for a number outside its range: what it is, what came, and what to do. */
export function outOfRange(
  name: string,
  expected: string,
  received: string,
  mend = "",
): ModelError<"out-of-range"> {
  const message = `${name} is ${expected}; received ${received}.${mend && ` ${mend}`}`;
  return new ModelError("out-of-range", message, { name, received, expected });
}
