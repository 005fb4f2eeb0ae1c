import type { Problem } from "../errors.ts";
import { describe } from "../numbers/decimal.ts";
import { isFigure } from "../numbers/figure.ts";
import { problem } from "./problems.ts";
import type { Path } from "./problems.ts";

const deepest = 50;
const forbidden: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** A copy of data that is plain JSON, and the problems of what is not: dates, classes, functions, loops, odd keys. */
export function plainCopy(data: unknown): { readonly copy: unknown; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const above = new Set<object>();
  const done = new Map<object, unknown>();

  const copied = (value: unknown, path: Path): unknown => {
    if (typeof value !== "object" || value === null) return primitive(value, path);
    if (done.has(value)) return done.get(value);
    if (above.has(value)) {
      refuse(path, "data without loops", "an object that holds itself");
      return;
    }
    if (path.length > deepest) {
      refuse(path, `data at most ${String(deepest)} deep`, "data that go deeper");
      return;
    }
    above.add(value);
    const copy = Array.isArray(value)
      ? Array.from({ length: value.length }, (_, index) => copied(value[index], [...path, index]))
      : record(value, path);
    above.delete(value);
    done.set(value, copy);
    return copy;
  };

  const record = (value: object, path: Path): unknown => {
    const prototype: unknown = Object.getPrototypeOf(value);
    const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
    if (!plain) {
      refuse(
        path,
        "a plain object",
        isFigure(value) ? "a figure. Give its number" : "an object of a class. Give its JSON",
      );
      return;
    }
    const copy: Record<string, unknown> = {};
    for (const [key, one] of Object.entries(value)) {
      if (forbidden.has(key)) refuse([...path, key], "another name", `the key ${JSON.stringify(key)}`);
      else if (one !== undefined) copy[key] = copied(one, [...path, key]);
    }
    return copy;
  };

  const primitive = (value: unknown, path: Path): unknown =>
    ["function", "symbol", "bigint"].includes(typeof value)
      ? refuse(path, "plain JSON", describe(value) + (typeof value === "bigint" ? ". Give it as text" : ""))
      : value;

  const refuse = (path: Path, expected: string, received: string): undefined => {
    problems.push(problem(path, expected, received));
    return undefined;
  };

  return { copy: copied(data, []), problems };
}

/** Read-only all the way down. */
export function deeplyFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deeplyFrozen);
  }
  return value;
}
