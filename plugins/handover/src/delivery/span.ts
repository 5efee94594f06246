const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** A span of time in the largest unit that it has two of: "36 hours", "3 days". */
export function spanOf(seconds: number, language: string): string {
  const [unit, size] =
    UNITS.find(([, length]) => seconds >= 2 * length) ?? UNITS[2];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(seconds / size);
}
