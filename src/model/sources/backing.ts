import type { CollateOptions } from "../../vocabulary/provider-return.ts";

/** What stands behind a volume: how much there is of it, and who delivers it. */
export interface Backing {
  readonly volume: bigint;
  readonly providers: ReadonlySet<string>;
}

export type Limits = CollateOptions["suppress"];

export const together = (backings: readonly Backing[]): Backing => ({
  volume: backings.reduce((all, { volume }) => all + volume, 0n),
  providers: new Set(backings.flatMap(({ providers }) => [...providers])),
});

/** Whether what stands behind a volume is neither small nor of few. */
export const mayTell = ({ volume, providers }: Backing, { volumesBelow, returnsBelow }: Limits): boolean =>
  volume >= BigInt(volumesBelow) && providers.size >= returnsBelow;
