import type { Forecast } from "../../model/forecast.ts";
import { soundParts } from "../../vocabulary/checks/sound.ts";
import { placesOf } from "../../vocabulary/places.ts";
import type { Pool } from "./pools.ts";

/** The rates by which people are told apart, in the order of a pool's paths. */
const rates = ["turnover", "needShare", "takeUpShare", "referralsPerPerson"] as const;

type Rate = (typeof rates)[number];

/** The paths at which a plan states each rate of each service, as text that equal structures share. */
function pathsByRate({ plan }: Forecast): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { path, slot } of placesOf(soundParts(plan, []))) {
    const [room, service] = path;
    const key = JSON.stringify([room === "services" ? service : "", slot]);
    paths.set(key, `${paths.get(key) ?? ""} ${path.join(".")}`);
  }
  return paths;
}

/** The key of a pool of a service; `counted` says that a source counts the people of a year for some of the row. */
export type PoolKey = (service: string, counted: boolean) => (pool: Pool) => string;

/**
 * By what the pools of two forecasts are set side by side: the paths of their rates, where both plans state a rate for
 * the same words. Where one of them tells people apart by a rate and the other does not, it does not tell pools apart.
 */
export function poolKeys(before: Forecast, after: Forecast): PoolKey {
  const [was, is] = [pathsByRate(before), pathsByRate(after)];
  const alike = (service: string, rate: Rate): boolean => {
    const key = JSON.stringify([rate === "turnover" ? "" : service, rate]);
    return was.get(key) === is.get(key);
  };
  return (service, counted) => {
    const told = rates.map((rate) => !(counted && rate === "turnover") && alike(service, rate));
    return ({ paths }) => JSON.stringify(paths.map((path, place) => (told[place] === true ? path : "")));
  };
}
