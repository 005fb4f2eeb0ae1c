import { isAbsent } from "../../absent.ts";
import type { Maybe } from "../../absent.ts";
import { sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";

/** Money added up, unless it is absent somewhere: what is not known is not nothing. */
export function moneyTogether(money: readonly Maybe<"GBP">[], name: string, about: About): Maybe<"GBP"> {
  const missing = money.find(isAbsent);
  if (missing !== undefined) return missing;
  return sum("GBP", money as readonly Figure<"GBP">[]).named(name, about);
}
