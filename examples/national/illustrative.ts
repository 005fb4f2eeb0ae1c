/** What an assumption in a plan looks like when nobody has published it: a plausible number, marked as such. */
export const illustrative = (value: string) => ({ value, source: "illustrative", quality: "red" }) as const;

/** Whether an assumption's source says that it is made up for the example. */
export const isIllustrative = (source: string): boolean => source.startsWith("illustrative");
