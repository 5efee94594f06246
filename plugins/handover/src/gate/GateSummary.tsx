import type { GateStripProps } from './GateStrip';

/** The verdict of every environment in the least space, for a card. */
export function GateSummary(_props: GateStripProps) {
  return null;
}
