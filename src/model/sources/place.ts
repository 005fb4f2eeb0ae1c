import type { About } from "../../numbers/figure.ts";

/** What is delivered, as far as returns tell it apart. */
export interface Delivered {
  readonly service: string;
  /** The complexity, where a return's row states one. */
  readonly complexity?: string | undefined;
}

/** A volume's place among areas and services. */
export interface Place {
  /** The area; every area, if left out. */
  readonly area?: string;
  /** The service; every service, if left out. */
  readonly service?: string;
  /** The complexity for which the service is delivered, where returns state one; every complexity, if left out. */
  readonly complexity?: string;
}

/** What a place is of, without anything that is left out. */
export const placeOf = (area: string | undefined, delivered: Delivered | undefined): Place & About => ({
  ...(area === undefined ? {} : { area }),
  ...(delivered === undefined ? {} : { service: delivered.service }),
  ...(delivered?.complexity === undefined ? {} : { complexity: delivered.complexity }),
});

/** Whether something is of a place, where a place that names no area, service or complexity is of every one. */
export const isWithin = (one: Place, { area, service, complexity }: Place): boolean =>
  (area === undefined || one.area === area) &&
  (service === undefined || one.service === service) &&
  (complexity === undefined || one.complexity === complexity);

/** Two places of one key are the same. */
export const placeKey = ({ area, service, complexity }: Partial<Delivered> & Pick<Place, "area">): string =>
  JSON.stringify([area, service, complexity]);
