import type { Basis, FigureBasis } from "./basis.ts";
import { lengthOf } from "./length-of-period.ts";
import { measures } from "./measures.ts";

/** What two figures must agree in, so that one may be taken from the other. */
export const aspects = ["counts", "kind", "period", "definition", "scope", "priceBase", "vat"] as const;

export type Aspect = (typeof aspects)[number];

/** Something in which two figures are not like for like. */
export interface Difference {
  readonly of: Aspect;
  readonly before: string;
  readonly after: string;
  /** What differs, and what to do. */
  readonly message: string;
}

/** One aspect of a basis: what is compared, and what is read. */
interface Stated {
  readonly same: string;
  readonly text: string;
}

/** What is stated of each aspect, as far as it is stated. */
export type Statement = Readonly<Partial<Record<Aspect, Stated>>>;

const names: Readonly<Record<Aspect, string>> = {
  counts: "what is counted",
  kind: "the kind",
  period: "the period",
  definition: "the definition",
  scope: "the scope",
  priceBase: "the price base",
  vat: "VAT",
};

const mends: Readonly<Record<Aspect, string>> = {
  counts: "Convert one of them, as startsInYear does",
  kind: "Turn the stock into a flow by its turnover",
  period: "Bring both to one length of time",
  definition: "Count both by one definition",
  scope: "Take from the one what the other leaves out",
  priceBase: "Bring both to one price base",
  vat: "Put VAT on both or on neither",
};

const plainly = (text: string | undefined): Stated | undefined =>
  text === undefined ? undefined : { same: text, text };

const inOrder = (list: readonly string[]): readonly string[] => [...new Set(list)].sort();

function scopeStated(scope: Basis["scope"]): Stated | undefined {
  if (scope === undefined) return undefined;
  const [included, excluded] = [inOrder(scope.included), inOrder(scope.excluded)];
  const without = excluded.length === 0 ? "" : `, without ${scope.excluded.join(", ")}`;
  return {
    same: JSON.stringify([included, excluded]),
    text: `${scope.included.length === 0 ? "everything" : scope.included.join(", ")}${without}`,
  };
}

/** Whether a unit is of this field's money, which has a price base and VAT. */
export const isMoney = (unit: string): boolean => /\bGBP\b/.test(unit);

const volumes: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "ratio",
  ...measures.flatMap(({ unit, kind }) => (kind === "money" ? [] : [unit])),
]);

/** Whether a unit may be of money: of this field's, or of what the field does not know, as EUR. */
const mayBeMoney = (unit: string): boolean => unit.split(/[/× ]+/).some((measure) => !volumes.has(measure));

/** What a basis states of figures in a unit; money has a price base and VAT, a volume of this field has neither. */
export function statementOf(unit: string, basis: Basis | FigureBasis = {}): Statement {
  const { scope, definition, priceBase, vat } = basis;
  const own = "kind" in basis ? { kind: plainly(basis.kind), period: lengthOf(basis.period) } : {};
  return defined({
    counts: plainly(unit),
    ...own,
    definition: plainly(definition),
    scope: scopeStated(scope),
    ...(mayBeMoney(unit) ? { priceBase: plainly(priceBase), vat: plainly(vat) } : {}),
  });
}

const defined = (record: Readonly<Partial<Record<Aspect, Stated | undefined>>>): Statement =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

/** A difference without what to do about it. */
export const inShort = ({ of, before, after }: Omit<Difference, "message">): string =>
  `${names[of]} differs: ${before} before, ${after} after`;

export const notStated = "not stated";

/** In what two statements differ: what one states and the other does not is a difference too. */
export function differencesBetween(before: Statement, after: Statement): readonly Difference[] {
  return aspects.flatMap((of): Difference[] => {
    const [a, b] = [before[of], after[of]];
    if (a?.same === b?.same) return [];
    const found = { of, before: a?.text ?? notStated, after: b?.text ?? notStated };
    const waivable = of === "counts" ? "" : ", or waive it with a reason";
    return [Object.freeze({ ...found, message: `${inShort(found)}. ${mends[of]}${waivable}.` })];
  });
}

/** What no statement states, though figures of the unit have it: nobody can say whether they agree in it. */
export const unstatedIn = (unit: string, ...statements: readonly Statement[]): readonly Aspect[] =>
  (["scope", ...(isMoney(unit) ? (["priceBase", "vat"] as const) : [])] as const).filter((of) =>
    statements.every((statement) => statement[of] === undefined),
  );
