import type { Figure } from "../../numbers/figure.ts";
import { inShape } from "../../numbers/working.ts";
import type { Figures } from "../../numbers/working.ts";
import { refuseAbsent } from "../absences.ts";
import type { Progress, SimulationOptions, StopSignal } from "./options.ts";
import { simulationOf } from "./run.ts";
import type { Simulated } from "./simulated.ts";

/** Simulated figures in the shape in which the figures came. */
export type SimulatedAs<F extends Figures> = F extends Figure
  ? Simulated
  : F extends readonly Figure[]
    ? readonly Simulated[]
    : { readonly [K in keyof F]: Simulated };

/**
 * What figures come to when their inputs are uncertain, by drawing the inputs many times over. An input is uncertain if
 * its distribution is given in the options, or else if its assumption carries one or states a low and a high; all others
 * stay as they are. Each uncertain input has its own random stream, seeded by its path: adding one leaves the others'
 * draws as they were, and the same seed gives the same draws on every machine. What is rounded on the way, as whole posts
 * are, is rounded in every draw. A draw in which inputs contradict each other, as more starts than referrals, has no answer.
 *
 * Runs through at once. {@link simulateInSlices} leaves room for other work in between.
 *
 * @returns a simulated figure, or several in the shape in which the figures came
 * @throws ModelError `invalid-data` with every problem at once: options nobody knows, distributions that make no sense
 * or draw what their input cannot be, correlations that contradict each other; `ambiguous-input` where two inputs of
 * one path differ. What `signal` was aborted with, where it was.
 *
 * @example
 * ```ts
 * import { given, starts } from "volumes-and-values";
 * import { simulate } from "volumes-and-values/simulation";
 *
 * const startRate = given("0.62", "starts/referrals", { name: "startRate", path: "startRate" });
 * const attended = simulate(starts({ referrals: 1200, startRate }), {
 *   draws: 10_000,
 *   seed: 1,
 *   distributions: { startRate: { kind: "triangular", low: 0.5, mode: 0.62, high: 0.7 } },
 * });
 * attended; // => starts: 728.094 starts on average, 658.583 to 792.088 eight times in ten (10,000 draws)
 * attended.standardErrors.mean < 1; // => true
 * ```
 */
export function simulate<F extends Figures>(figures: F, options: SimulationOptions): SimulatedAs<F> {
  refuseNoFigures(figures);
  const steps = simulationOf(figures, options);
  refuseIfStopped(options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return shaped(figures, step.value);
    report(step.value, options);
  }
}

/**
 * The same as {@link simulate}, with the same answers, in slices between which timers, events and an abort signal have
 * their turn: for a long run in a web page or a server.
 *
 * @throws ModelError as `simulate` does; what `signal` was aborted with, where it was.
 *
 * @example
 * ```ts
 * import { given, starts } from "volumes-and-values";
 * import { simulateInSlices } from "volumes-and-values/simulation";
 *
 * const startRate = given("0.62", "starts/referrals", { name: "startRate", path: "startRate", low: "0.5", high: "0.7" });
 * const attended = await simulateInSlices(starts({ referrals: 1200, startRate }), {
 *   draws: 10_000,
 *   seed: 1,
 *   signal: AbortSignal.timeout(60_000),
 * });
 * attended.shareBelow(600); // => 0
 * ```
 */
export async function simulateInSlices<F extends Figures>(
  figures: F,
  options: SimulationOptions,
): Promise<SimulatedAs<F>> {
  refuseNoFigures(figures);
  const steps = simulationOf(figures, options);
  refuseIfStopped(options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return shaped(figures, step.value);
    report(step.value, options);
    await aTurnForOthers();
    refuseIfStopped(options);
  }
}

/** Refuses what is no figure by the name of the function that was asked. */
function refuseNoFigures(figures: Figures): void {
  refuseAbsent(figures, "simulate");
  inShape("simulate", figures, () => undefined);
}

function report(progress: Progress, options: SimulationOptions): void {
  options.onProgress?.(Object.freeze(progress));
  refuseIfStopped(options);
}

function refuseIfStopped({ signal }: SimulationOptions): void {
  if (signal?.aborted === true) throw reasonOf(signal);
}

/** What a signal was aborted with; where it does not say, an error under the name that an abort has. */
const reasonOf = ({ reason }: StopSignal): unknown =>
  reason ??
  Object.assign(new Error("This simulation was stopped by its signal, which gives no reason."), {
    name: "AbortError",
  });

/** Known to every browser and to Node, and declared by neither of the libraries this package is compiled with. */
declare const setTimeout: (run: () => void, milliseconds: number) => unknown;

const aTurnForOthers = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Simulated figures in the shape in which the figures came. */
function shaped<F extends Figures>(figures: F, simulated: readonly Simulated[]): SimulatedAs<F> {
  let next = 0;
  return Object.freeze(inShape("simulate", figures, () => simulated[next++])) as SimulatedAs<F>;
}
