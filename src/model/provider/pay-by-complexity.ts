import { isAbsent, present } from "../../absent.ts";
import { payByHours, payByPayManaged } from "../../formulas/full-cost.ts";
import { isZero } from "../../numbers/exact.ts";
import { given, sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import { managedBy } from "../../vocabulary/staffing.ts";
import type { Role } from "../../vocabulary/staffing.ts";
import type { Staff } from "./staff.ts";

/** The pay of a role in a year, and what each complexity takes of it. */
export interface PayOfRole {
  readonly role: string;
  readonly pay: Figure<"GBP">;
  readonly byComplexity: ReadonlyMap<string, Figure<"GBP">>;
  /** The part that no complexity takes by itself: posts that are there in any case, and those who manage them. */
  readonly shared: Figure<"GBP"> | undefined;
  /**
   * Nothing, made of what decides whether complexities take it by themselves: in the working of what all share, so that a
   * reading under which it is decided otherwise has no answer there either.
   */
  readonly toldApartBy: Figure<"GBP"> | undefined;
}

/** How volumes are told apart in a year: by which complexities, or as one, where they do not state theirs. */
export interface Levels {
  readonly complexities: readonly string[];
  readonly about: About;
}

/** The pay of all roles in a year: by the hours of each complexity, and that of managers by the pay they manage. */
export function payByComplexity(posts: Staff, year: string, levels: Levels): readonly PayOfRole[] {
  const made = new Map<string, PayOfRole>();
  const payOf = (role: string): PayOfRole => {
    const known = made.get(role) ?? payOfRole(role);
    made.set(role, known);
    return known;
  };
  const payOfRole = (role: string): PayOfRole => {
    const pay = present(posts.of(role, year).pay, role);
    const managed = managedBy(posts.staffing.roles[role] as Role).map(payOf);
    const parts =
      managed.length > 0 ? managersPay(pay, managed, levels) : workersPay(pay, posts.of(role, year), levels);
    return { role, pay, ...parts };
  };
  return posts.roles.map(payOf);
}

type Parts = Omit<PayOfRole, "role" | "pay">;

/** The pay of those who do the work; none by complexity, where their hours are not known by the same ones. */
function workersPay(
  payOfPosts: Figure<"GBP">,
  { hours: hoursOfRole, byComplexity }: ReturnType<Staff["of"]>,
  { complexities, about }: Levels,
): Parts {
  const only = onlyOneOf(complexities);
  const hoursOf = new Map(byComplexity.map(({ complexity, hours }) => [complexity, hours]));
  const same = hoursOf.size === complexities.length && complexities.every((one) => hoursOf.has(one));
  if (isAbsent(hoursOfRole) || (only === undefined && !same)) return allShared(payOfPosts);
  if (isZero(hoursOfRole)) {
    const hoursWhereNone = hoursOfRole.named("hoursWhereNone", hoursOfRole.about);
    return toldApartByNone(payOfPosts, hoursWhereNone.times(payByTheHour), complexities);
  }
  // A reading under which they are none has no answer here: pay is told apart by nothing then.
  const allHours = hoursOfRole.named("allHours", hoursOfRole.about);
  const toldApartBy = allHours.times(payByTheHour);
  if (only !== undefined) return allOf(only, payOfPosts, toldApartBy);
  const ofEach = complexities.map((complexity) => {
    const hours = hoursOf.get(complexity) as Figure<"hours">;
    return [complexity, payByHours({ payOfPosts, hours, allHours }, { ...about, complexity })] as const;
  });
  return { byComplexity: new Map(ofEach), shared: undefined, toldApartBy };
}

function managersPay(
  payOfPosts: Figure<"GBP">,
  managed: readonly PayOfRole[],
  { complexities, about }: Levels,
): Parts {
  if (managed.every(({ byComplexity }) => byComplexity.size === 0)) return allShared(payOfPosts);
  const all = sum(
    "GBP",
    managed.map(({ pay }) => pay),
  );
  if (isZero(all))
    return toldApartByNone(
      payOfPosts,
      all.named("payManagedWhereNone").times(payPerPoundManaged),
      complexities,
    );
  const ownOf = (complexity: string): readonly Figure<"GBP">[] =>
    managed.flatMap(({ byComplexity }) => byComplexity.get(complexity) ?? []);
  const shared = managed.flatMap((one) => one.shared ?? []);
  const only = onlyOneOf(complexities);
  // A reading under which it is nothing has no answer here: it is told apart by nothing then.
  if (only !== undefined && shared.length === 0) {
    const allPayManaged = sum("GBP", ownOf(only)).named("allPayManaged");
    return allOf(only, payOfPosts, allPayManaged.times(payPerPoundManaged));
  }
  const allPayManaged = all.named("allPayManaged");
  const payFor = (pay: readonly Figure<"GBP">[], of: About): Figure<"GBP"> =>
    payByPayManaged({ payOfPosts, payManaged: sum("GBP", pay).named("payManaged"), allPayManaged }, of);
  const ofEach = complexities.flatMap((complexity) => {
    const own = ownOf(complexity);
    return own.length === 0 ? [] : [[complexity, payFor(own, { ...about, complexity })] as const];
  });
  return {
    byComplexity: new Map(ofEach),
    shared: shared.length === 0 ? undefined : payFor(shared, about),
    toldApartBy: allPayManaged.times(payPerPoundManaged),
  };
}

const onlyOneOf = ([only, ...others]: readonly string[]): string | undefined =>
  others.length === 0 ? only : undefined;

const allShared = (payOfPosts: Figure<"GBP">): Parts => ({
  byComplexity: new Map(),
  shared: payOfPosts,
  toldApartBy: undefined,
});

const allOf = (complexity: string, payOfPosts: Figure<"GBP">, toldApartBy: Figure<"GBP">): Parts => ({
  byComplexity: new Map([[complexity, payOfPosts.plus(toldApartBy)]]),
  shared: undefined,
  toldApartBy,
});

/**
 * Pay that all share, since there is nothing to tell it apart by. What there is nothing of adds nothing, and is in the
 * working of every part: a reading under which there is some has no answer here.
 */
const toldApartByNone = (
  payOfPosts: Figure<"GBP">,
  nothing: Figure<"GBP">,
  complexities: readonly string[],
): Parts => ({
  byComplexity: new Map(complexities.map((complexity) => [complexity, nothing])),
  shared: payOfPosts,
  toldApartBy: nothing,
});

const payByTheHour = /* @__PURE__ */ given(0, "GBP/hours", {
  name: "payByTheHour",
  source: "posts are paid, and no hours besides: hours only say who bears the pay",
});

const payPerPoundManaged = /* @__PURE__ */ given(0, "ratio", {
  name: "payPerPoundManaged",
  source: "managers are paid for their posts, and nothing for the pay that they manage",
});
