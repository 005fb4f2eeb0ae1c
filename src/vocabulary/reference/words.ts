import { deeplyFrozen } from "../plain.ts";
import type { Words } from "../words.ts";
import { areas, regions } from "./areas.ts";
import { sentenceTypes } from "./sentence-types.ts";
import { complexityLevels, contractTypes, services } from "./services.ts";

/** The words of this field, typed in as facts with their sources. A plan that declares none of its own uses these. */
export const referenceWords: Words = /* @__PURE__ */ deeplyFrozen({
  regions,
  areas,
  sentenceTypes,
  complexityLevels,
  services,
  contractTypes,
  attributes: {},
});
