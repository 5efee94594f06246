import { durationMs, readDuration, shownParts } from './duration';

it.each([
  [
    'P1Y2M3W4DT5H6M7.5S',
    'year 1 month 2 week 3 day 4 hour 5 minute 6 second 7.5',
  ],
  ['P90D', 'day 90'],
  ['PT90,5S', 'second 90.5'],
  ['PT0S', 'second 0'],
  ['P1DT12H', 'day 1 hour 12'],
])('reads %s', (text, parts) => {
  expect(
    readDuration(text)
      ?.map(({ unit, count }) => `${unit} ${count}`)
      .join(' '),
  ).toBe(parts);
});

it.each([
  '',
  'P',
  'PT',
  'P1DT',
  '1D',
  'P1.5D',
  'PT1M2H',
  'p1d',
  'P-1D',
  'P1D ',
])("does not read '%s'", text => {
  expect(readDuration(text)).toBeUndefined();
});

it('shows no parts of zero, unless there is no other', () => {
  const shown = (text: string) =>
    shownParts(readDuration(text)!).map(({ unit }) => unit);
  expect(shown('P0DT5M0S')).toEqual(['minute']);
  expect(shown('P0DT0H')).toEqual(['hour']);
});

it.each<[string, number | undefined]>([
  ['PT5M', 300_000],
  ['P1W1DT1H1M1.5S', 694_861_500],
  ['PT0S', 0],
  ['P1M', undefined],
  ['P1YT1H', undefined],
  ['5m', undefined],
])('has the length of %s', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});
