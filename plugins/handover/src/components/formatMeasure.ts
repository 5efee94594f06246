/** Units of 1, 1,000, 1,000,000 and so on bytes. */
const BYTES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/**
 * A measured value with its unit. `ratio` is a percentage, `seconds` may be
 * milliseconds and `bytes` gigabytes; any other unit follows the number.
 */
export function formatMeasure(
  value: number,
  unit: string | undefined,
  language: string,
): string {
  const format = (number: number, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(language, {
      maximumSignificantDigits: 4,
      ...options,
    }).format(number);
  const size = Math.abs(value);
  switch (unit) {
    case 'ratio':
      return format(value, { style: 'percent' });
    case 'seconds': {
      const isShort = size > 0 && size < 1;
      return format(isShort ? value * 1_000 : value, {
        style: 'unit',
        unit: isShort ? 'millisecond' : 'second',
      });
    }
    case 'bytes': {
      const power = Math.min(
        BYTES.length - 1,
        Math.max(0, Math.floor(Math.log10(Math.max(size, 1)) / 3)),
      );
      return format(value / 1_000 ** power, {
        style: 'unit',
        unit: BYTES[power],
      });
    }
    default:
      return [format(value), unit].filter(Boolean).join(' ');
  }
}
