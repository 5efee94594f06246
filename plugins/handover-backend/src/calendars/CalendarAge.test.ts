import { CalendarAge } from './CalendarAge';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const age = CalendarAge.create({ maxAgeMs: 3_600_000, now: () => NOW });

it.each([
  ['just now', '2026-11-30T12:00:00Z', 'current'],
  ['by a replica whose clock is ahead', '2026-11-30T12:04:00Z', 'current'],
  ['an hour ago', '2026-11-30T11:00:00Z', 'current'],
  ['longer ago', '2026-11-30T10:59:59Z', 'expired'],
  ['in the future', '2027-11-30T12:00:00Z', 'expired'],
  ['never', undefined, 'expired'],
  ['at a time that is none', 'yesterday', 'expired'],
])('of a location that was read %s', (_when, readAt, expected) => {
  const source = { location: 'https://example.com/a.yaml', problems: [] };
  const location = { ...source, readAt } as never;
  expect(age.statusOf(location)).toBe(expected);
  expect(age.whyExpired(location)).not.toContain('undefined');
});
