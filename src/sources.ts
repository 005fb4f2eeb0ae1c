/** Figures from many sources: providers' returns collated, sources set side by side, and a provider's own records. */
export { collate } from "./model/sources/collate.ts";
export type { Collation, CollationJson } from "./model/sources/collate.ts";
export type { NearWords } from "./model/sources/near-words.ts";
export type { Outlier, OutlierGroup, OutlierMeasure } from "./model/sources/outliers.ts";
export type { Place } from "./model/sources/place.ts";
export type { Collated, CollatedTotal, CollatedUnitCosts, CostCoverage } from "./model/sources/collated.ts";
export { disparities } from "./model/sources/disparities.ts";
export type { Disparities, Disparity, SourceReconciliation, Verdict } from "./model/sources/disparities.ts";
export { screenRecords } from "./model/sources/screen-records.ts";
export type { RecordVolumes, ScreenedRecords, ScreenRecordsOptions } from "./model/sources/screen-records.ts";
export { referralsOfRecords } from "./formulas/records.ts";
export { allowedDisparity, disparity, ratioOfSources, reconciledTotal } from "./formulas/disparity.ts";
export { collatedVolume, lowerFence, upperFence, weightedMean } from "./formulas/collation.ts";
export type { Spread } from "./formulas/ranks.ts";
export type { CollateOptions, ProviderReturn } from "./vocabulary/provider-return.ts";
export type {
  CountedMeasure,
  DisparitiesOptions,
  FigureSource,
  SourceRow,
} from "./vocabulary/source-figures.ts";
export type { AboutRecords, RecordRates } from "./vocabulary/records.ts";
export type { Aspect } from "./vocabulary/like-for-like.ts";
export type { SourceWaiver } from "./vocabulary/likeness.ts";
export { tally } from "./vocabulary/tally.ts";
export type { PersonRecord, TallyCell, TallyOptions } from "./vocabulary/tally.ts";
