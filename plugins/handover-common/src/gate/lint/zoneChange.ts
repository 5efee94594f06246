import { DAY } from '../localTime';
import type { Zone } from '../zone';

const YEAR = 365 * DAY;

/**
 * Says that a zone has other offsets in the next year than in the last one, for
 * example because a country gives up daylight saving time.
 */
export function zoneChange(zone: Zone, asOf: number): string | undefined {
  const before = offsetsIn(zone, asOf - YEAR, asOf);
  const after = offsetsIn(zone, asOf, asOf + YEAR);
  return before.join() === after.join()
    ? undefined
    : `the rules of '${zone.id}' change: its offsets were ${before.join(
        ' and ',
      )} in the last year, and are ${after.join(' and ')} in the next`;
}

/** Such as `+01:00`, each once, in order. */
function offsetsIn(zone: Zone, from: number, to: number): string[] {
  const instants = [from, ...zone.changesIn(from, to).map(each => each.from)];
  const offsets = new Set(instants.map(each => zone.offsetAt(each)));
  return [...offsets].sort((a, b) => a - b).map(formatOffset);
}

function formatOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(
    minutes % 60,
  )}`;
}
