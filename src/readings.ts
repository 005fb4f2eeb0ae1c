/** How figures are read: their working in words, and as plain data out and in again. */
export { startsInYear } from "./formulas/stay.ts";
export { readWorking, working } from "./numbers/working.ts";
export type { Figures, Working, WorkingNode } from "./numbers/working.ts";
export { whatIf } from "./readings/what-if.ts";
export type { InputChanges } from "./readings/what-if.ts";
export { sensitivity } from "./readings/sensitivity.ts";
export type { Sensitivity, SensitivityLine, SensitivityRow, Sides } from "./readings/sensitivity.ts";
export { explain } from "./readings/explain.ts";
export type { Explanation, ExplanationJson, ExplainOptions, Step } from "./readings/explain.ts";
export { swings } from "./readings/swings.ts";
export type { Swing, SwingLine, SwingPoint, Swings, SwingsOptions } from "./readings/swings.ts";
export { switchingValue } from "./readings/switching-value.ts";
export type { Crossing, SwitchingValue, SwitchingValueOptions } from "./readings/switching-value.ts";
export { twoWay } from "./readings/two-way.ts";
export type { Axis, TwoWay, TwoWayOptions } from "./readings/two-way.ts";
