import { formatMeasure } from './formatMeasure';

it.each<[number, string | undefined, string]>([
  [0.0123456, 'ratio', '1.235%'],
  [0, 'seconds', '0 sec'],
  [0.25, 'seconds', '250 ms'],
  [-90, 'seconds', '-90 sec'],
  [999, 'bytes', '999 byte'],
  [1_500_000, 'bytes', '1.5 MB'],
  [2e16, 'bytes', '20,000 TB'],
  [12.5, 'orders a minute', '12.5 orders a minute'],
  [1_234_567, undefined, '1,235,000'],
])('shows %d %s as it is read', (value, unit, text) => {
  expect(formatMeasure(value, unit, 'en')).toBe(text);
});
