import type { Zone } from './zone';

/** `20261120T090000` of a floating time. */
export function basicTime(floating: number): string {
  return new Date(floating).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/**
 * The VTIMEZONE of a zone (RFC 5545 §3.6.5) with the changes of its offset in
 * some years, as the gate reads them.
 */
export function timeZoneLines(
  zone: Zone,
  years: { first: number; last: number },
): string[] {
  const begin = Date.UTC(years.first, 0, 1);
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone.id}`];
  let before = zone.offsetAt(begin);
  lines.push(...observance(begin + before, before, before, []));
  // Changes between the same two offsets are one observance.
  const byOffsets = new Map<
    string,
    { from: number; to: number; starts: number[] }
  >();
  for (const { from, offset } of zone.changesIn(
    begin,
    Date.UTC(years.last + 1, 0, 1),
  )) {
    const key = `${before} ${offset}`;
    const known = byOffsets.get(key) ?? {
      from: before,
      to: offset,
      starts: [],
    };
    known.starts.push(from + before);
    byOffsets.set(key, known);
    before = offset;
  }
  for (const { from, to, starts } of byOffsets.values()) {
    const [first, ...others] = starts;
    lines.push(...observance(first, from, to, others));
  }
  return [...lines, 'END:VTIMEZONE'];
}

function observance(
  start: number,
  from: number,
  to: number,
  others: number[],
): string[] {
  // The runtime does not say which offset is that of summer.
  const name = to > from ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${basicTime(start)}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    ...others.map(each => `RDATE:${basicTime(each)}`),
    `END:${name}`,
  ];
}

/** `+0530`, with seconds only if there are any. */
function offsetText(offset: number): string {
  const seconds = Math.abs(Math.round(offset / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = seconds % 60;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(seconds / 3600))}${two(
    Math.floor(seconds / 60) % 60,
  )}${rest ? two(rest) : ''}`;
}
