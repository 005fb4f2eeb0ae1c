import { isModelError } from "volumes-and-values";
import type { ErrorCode, ModelError } from "volumes-and-values";

/** The library's own error for something it refuses; any other error, or none, fails the test. */
export function refusal(act: () => unknown): ModelError {
  try {
    act();
  } catch (error) {
    if (isModelError(error)) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

/** What is said of something refused, and under which code. */
export function refused(act: () => unknown): { readonly code: ErrorCode; readonly message: string } {
  const { code, message } = refusal(act);
  return { code, message };
}
