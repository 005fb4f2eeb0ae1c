import type { Problem } from "../../errors.ts";
import { problem, unknownWord } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { wordsOf } from "../../vocabulary/rule.ts";
import { dayBefore, forecastDays } from "../calendar.ts";
import type { ApplierOf } from "./applier.ts";
import { copyOf } from "./draft.ts";
import type { Draft } from "./draft.ts";

type Rules = Draft["services"][string]["rules"];

/** Ends a rule the day before, and begins another in its place: what it does not say anew is as it was. */
export const changeRule: ApplierOf<"changeRule"> = (draft, change, { at, name, reason }) => {
  const { changeRule: id, of, from } = change;
  const found = rulesOf(draft, of, id, [...at, "of"], [...at, "changeRule"]);
  if ("problems" in found) return found.problems;
  const late = afterItsYears(draft, from, [...at, "from"]);
  if (late !== undefined) return [late];
  const anew = { reason, source: `scenario: ${name}`, ...copied(change.with) };
  return found.rules.flatMap(({ rules, index }) => {
    const before = rules[index] as Rules[number];
    const early = outsideItsDays(before, from, [...at, "from"]);
    if (early !== undefined) return [early];
    const later = { ...before, id: `${id}-from-${from}`, ...anew, from };
    rules.splice(index, 1, { ...before, to: dayBefore(from) }, later);
    return [];
  });
};

/** Puts a rule before another, or after all. */
export const addRule: ApplierOf<"addRule"> = (draft, change, { at }) => {
  const { addRule: rule, to, before } = change;
  const late = afterItsYears(draft, rule.from ?? "", [...at, "addRule", "from"]);
  if (late !== undefined) return [late];
  const found =
    before === undefined
      ? servicesOf(draft, to, [...at, "to"])
      : rulesOf(draft, to, before, [...at, "to"], [...at, "before"]);
  if ("problems" in found) return found.problems;
  for (const { rules, index } of found.rules) rules.splice(index, 0, copied(rule) as Rules[number]);
  return [];
};

const copied = (data: object): object => copyOf(data) as object;

/** Rules of services, each list with the place that is meant in it. */
type Found =
  | { readonly rules: readonly { readonly rules: Rules; readonly index: number }[] }
  | { readonly problems: readonly Problem[] };

/** The rules of some services, with the place after all of them. */
function servicesOf({ services }: Draft, of: string | readonly string[], at: Path): Found {
  const known = Object.keys(services);
  const wanted = of === "*" ? known : wordsOf(of);
  const problems = wanted.flatMap((service) =>
    known.includes(service) ? [] : [unknownWord(at, service, known, "a service of the plan")],
  );
  if (problems.length > 0) return { problems };
  return {
    rules: wanted.map((service) => {
      const { rules } = services[service] as Draft["services"][string];
      return { rules, index: rules.length };
    }),
  };
}

/** The place of a rule in each of some services; of every one that has it, where every service is meant. */
function rulesOf(draft: Draft, of: string | readonly string[], id: string, at: Path, atId: Path): Found {
  const found = servicesOf(draft, of, at);
  if ("problems" in found) return found;
  const placed = found.rules.map(({ rules }) => ({
    rules,
    index: rules.findIndex((rule) => rule.id === id),
  }));
  const having = placed.filter(({ index }) => index >= 0);
  if (of === "*" ? having.length > 0 : having.length === placed.length) return { rules: having };
  const known = new Set(
    placed.filter(({ index }) => index < 0).flatMap(({ rules }) => rules.map((rule) => rule.id)),
  );
  return { problems: [unknownWord(atId, id, [...known], "a rule of the service")] };
}

/** A rule can only be changed from a day on which it has applied for a while. */
function outsideItsDays({ id, from, to }: Rules[number], day: string, at: Path): Problem | undefined {
  const mend = "To change it for all of its days, set what it says.";
  if (from !== undefined && day <= from)
    return problem(at, `a day after ${from}, when rule ${id} begins`, day, { mend });
  if (to !== undefined && day > to) return problem(at, `a day up to ${to}, when rule ${id} ends`, day);
  return undefined;
}

/** A day after the last of the forecast changes nothing of it. */
function afterItsYears(draft: Draft, day: string, at: Path): Problem | undefined {
  const { to } = forecastDays(draft.calendar, draft.lots);
  if (day <= to) return undefined;
  return problem(at, `a day up to ${to}, when the last year of the forecast ends`, day, {
    mend: "From then on nothing is forecast: set the calendar to later years first.",
  });
}
