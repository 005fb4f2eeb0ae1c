import type { Problem } from "../../errors.ts";
import { describe } from "../../numbers/decimal.ts";
import { isFigure, wrongUnit } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import { withoutNoise } from "../../numbers/print.ts";
import type { Unit } from "../../numbers/unit.ts";
import { assumptionForm, assumptionSchema } from "../../vocabulary/assumption.ts";
import type { Assumption } from "../../vocabulary/assumption.ts";
import { problemsInRange } from "../../vocabulary/checks/assumptions.ts";
import { inCommonPrices, pricesTogether } from "../../vocabulary/other-prices.ts";
import type { MoneyOfYear } from "../../vocabulary/other-prices.ts";
import { invalidData, listed, pathText, problem, unknownWord } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { rewritten } from "../../vocabulary/rewritten.ts";
import { isWithin, ranges } from "../../vocabulary/slots.ts";
import type { Range } from "../../vocabulary/slots.ts";
import { assumedFigure } from "../inputs.ts";

/** A number that a caller gives: a figure made elsewhere, a forecast's say, or an assumption of their own. */
export type Amount<U extends Unit = Unit> = Figure<U> | Assumption;

/** What an amount must be, and where it stands. */
export interface Due<U extends Unit> {
  readonly path: Path;
  readonly name: string;
  readonly unit: U;
  readonly range: Range;
  readonly about?: About;
  /** The year whose prices are its own, where it is about none. */
  readonly year?: string | undefined;
}

/** Reads what a caller gives besides data, so that all of its problems are said at once. */
export class GivenAmounts {
  readonly #subject: string;
  readonly #problems: Problem[] = [];
  readonly #money: MoneyOfYear[] = [];

  constructor(subject: string) {
    this.#subject = subject;
  }

  /** A further problem. */
  refuse(...problems: readonly Problem[]): void {
    this.#problems.push(...problems);
  }

  /** Names that nobody knows, an option misspelt say; what has no names at all is refused at once. */
  refuseUnknown(path: Path, value: object | null | undefined, known: readonly string[]): void {
    if (!this.hasNames(path, value, known)) this.done();
  }

  /** Whether something is an object at all; the problem that it is not, or those of names that nobody knows. */
  hasNames(path: Path, value: object | null | undefined, known: readonly string[]): boolean {
    if (typeof value !== "object" || value === null) {
      this.refuse(problem(path, `an object with ${listed(known)}`, received(value)));
      return false;
    }
    for (const name of Object.keys(value))
      if (!known.includes(name)) this.refuse(unknownWord([...path, name], name, known, "a known name"));
    return true;
  }

  /** The figure of an amount; of one that makes no sense, a problem and zero in its place until `done`. */
  read<U extends Unit>(amount: Amount<U> | undefined, due: Due<U>): Figure<U> {
    const { path, name, unit, range, about = {} } = due;
    if (isFigure(amount)) return this.#figure(amount, due);
    if (amount !== undefined && assumptionSchema.safeParse(amount).success) {
      const outside = problemsInRange(path, range, amount);
      if (outside.length === 0) return assumedFigure(path, { name, unit }, amount, about);
      this.refuse(...outside);
    } else this.refuse(problem(path, `a figure in ${unit}, or ${assumptionForm}`, received(amount)));
    return assumedFigure(path, { name, unit }, 0, about);
  }

  #figure<U extends Unit>(figure: Figure<U>, { path, unit, range, about = {}, year }: Due<U>): Figure<U> {
    if ((figure.unit as Unit) !== unit) throw wrongUnit(unit, figure, pathText(path));
    if (!isWithin[range](figure.value)) this.refuse(problem(path, ranges[range], withoutNoise(figure.value)));
    if (unit.startsWith("GBP")) this.addMoney(figure, about["year"] ?? figure.about["year"] ?? year);
    return figure;
  }

  /** Money of elsewhere that is added to, or set against, what was read. */
  addMoney(figure: Figure, year: string | undefined): void {
    this.#money.push({ figure, year: year ?? figure.about["year"] });
  }

  /** The prices that the money read says it is in, for what is said of its sums; nothing, where it says none. */
  get prices(): { readonly prices?: string } {
    const prices = pricesTogether(this.#money);
    return prices === undefined ? {} : { prices };
  }

  /** Money that was read, saying the prices of all of it. */
  inCommon<U extends Unit>(figure: Figure<U>): Figure<U> {
    return inCommonPrices(figure, this.prices.prices);
  }

  /** Throws, if there were problems, or if the money read is in several prices. */
  done(): void {
    if (this.#problems.length > 0) throw invalidData(this.#subject, rewritten(this.#problems));
    pricesTogether(this.#money);
  }
}

/** What came, in words. */
export const received = (amount: unknown): string => (amount === undefined ? "nothing" : describe(amount));
