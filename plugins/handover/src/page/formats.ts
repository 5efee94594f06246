/** A ratio as a percentage, rounded down: 100 % means that nothing is missing. */
export function formatPercent(ratio: number, language: string): string {
  // 0.29 * 100 is a little less than 29.
  const percent = Math.floor(Number((ratio * 100).toFixed(6)));
  return new Intl.NumberFormat(language, { style: 'percent' }).format(
    percent / 100,
  );
}

export function formatCount(count: number, language: string): string {
  return new Intl.NumberFormat(language).format(count);
}
