/** How many times a property is tried: a hundred, or as many as the environment variable RUNS says. */
export const runs: number = Number(process.env["RUNS"] ?? 100);

/** How long the properties of a file may take, in milliseconds: longer where more runs are asked for. */
export const patience: number = 30_000 + runs * 300;
