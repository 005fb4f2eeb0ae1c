import { isAbsent, present } from "../../absent.ts";
import { payByHours, payByPayManaged } from "../../formulas/full-cost.ts";
import { isZero } from "../../numbers/exact.ts";
import { sum } from "../../numbers/figure.ts";
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
    const byComplexity =
      managed.length > 0 ? managersPay(pay, managed, levels) : workersPay(pay, posts.of(role, year), levels);
    return { role, pay, byComplexity, shared: sharedPay(pay, managed, byComplexity, levels) };
  };
  return posts.roles.map(payOf);
}

type PayByComplexity = PayOfRole["byComplexity"];

/** The pay of those who do the work; none by complexity, where their hours are not known by the same ones. */
function workersPay(
  payOfPosts: Figure<"GBP">,
  { hours: hoursOfRole, byComplexity }: ReturnType<Staff["of"]>,
  { complexities, about }: Levels,
): PayByComplexity {
  if (isAbsent(hoursOfRole) || isZero(hoursOfRole)) return new Map();
  const [only, ...others] = complexities;
  if (only !== undefined && others.length === 0) return new Map([[only, payOfPosts]]);
  // A reading under which they are none has no answer here: pay is told apart by nothing then.
  const allHours = hoursOfRole.named("allHours", hoursOfRole.about);
  const hoursOf = new Map(byComplexity.map(({ complexity, hours }) => [complexity, hours]));
  const same = hoursOf.size === complexities.length && complexities.every((one) => hoursOf.has(one));
  return new Map(
    (same ? complexities : []).map((complexity) => {
      const hours = hoursOf.get(complexity) as Figure<"hours">;
      return [complexity, payByHours({ payOfPosts, hours, allHours }, { ...about, complexity })];
    }),
  );
}

function managersPay(
  payOfPosts: Figure<"GBP">,
  managed: readonly PayOfRole[],
  { complexities, about }: Levels,
): PayByComplexity {
  const allPayManaged = allPayOf(managed);
  if (isZero(allPayManaged)) return new Map();
  const [only, ...others] = complexities;
  if (only !== undefined && others.length === 0 && managed.every(({ shared }) => shared === undefined))
    return new Map([[only, payOfPosts]]);
  return new Map(
    complexities.flatMap((complexity) => {
      const own = managed.flatMap(({ byComplexity }) => byComplexity.get(complexity) ?? []);
      if (own.length === 0) return [];
      const payManaged = payTogether(own);
      const of = { ...about, complexity };
      return [[complexity, payByPayManaged({ payOfPosts, payManaged, allPayManaged }, of)] as const];
    }),
  );
}

/** What is left of a role's pay for all to share. */
function sharedPay(
  payOfPosts: Figure<"GBP">,
  managed: readonly PayOfRole[],
  byComplexity: PayByComplexity,
  { about }: Levels,
): Figure<"GBP"> | undefined {
  if (byComplexity.size === 0) return payOfPosts;
  const shared = managed.flatMap((one) => one.shared ?? []);
  if (shared.length === 0) return undefined;
  const allPayManaged = allPayOf(managed);
  return payByPayManaged({ payOfPosts, payManaged: payTogether(shared), allPayManaged }, about);
}

/** All pay that is managed. A reading under which it is nothing has no answer here: it is told apart by nothing then. */
const allPayOf = (managed: readonly PayOfRole[]): Figure<"GBP"> =>
  sum(
    "GBP",
    managed.map(({ pay }) => pay),
  ).named("allPayManaged");

const payTogether = (pay: readonly Figure<"GBP">[]): Figure<"GBP"> => sum("GBP", pay).named("payManaged");
