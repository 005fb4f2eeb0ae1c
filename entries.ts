/** What package.json exports: the front door, and what stands beside it so that the front door stays small. */
export const entries = [
  "index",
  "csv",
  "provider",
  "readings",
  "reference",
  "review",
  "scenarios",
  "simulation",
  "sources",
  "uncertainty",
  "json-schema",
] as const;
