import type { RoundingMode } from "../numbers/decimal.ts";

/** How near a whole number must be, of its size, for a float to stand for it: 3 posts are not 4 for the 16th digit. */
const nearly = 1e-12;

const isNear = (value: number, whole: number): boolean =>
  Math.abs(value - whole) <= nearly * Math.max(1, Math.abs(whole));

const awayFromZero = (value: number): number => Math.sign(value) * Math.ceil(Math.abs(value));

/** What lies between two whole numbers and is no half, by each way of rounding. */
const ways: Readonly<Record<RoundingMode, (value: number) => number>> = {
  up: awayFromZero,
  down: Math.trunc,
  "half up": Math.round,
  "half even": Math.round,
};

/** What lies halfway between two whole numbers. */
const halves: Readonly<Record<RoundingMode, (half: number) => number>> = {
  up: awayFromZero,
  down: Math.trunc,
  "half up": awayFromZero,
  "half even": (half) => 2 * Math.round(half / 2),
};

/** A float rounded to whole parts, so many to one, as the figure that it stands for is. */
export function roundedFloat(mode: RoundingMode, value: number, parts: number): number {
  const scaled = value * parts;
  const whole = Math.round(scaled);
  if (isNear(scaled, whole)) return whole / parts;
  const below = Math.floor(scaled);
  const round = isNear(scaled, below + 0.5) ? halves[mode](below + 0.5) : ways[mode](scaled);
  return round / parts;
}
