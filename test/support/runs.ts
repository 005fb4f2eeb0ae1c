/** How many times a property is tried: a hundred, or as many as the environment variable RUNS says. */
export const runs: number = Number(process.env["RUNS"] ?? 100);
