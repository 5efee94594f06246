/** Rounded down, so that 100 % means that nothing is missing. */
export function percentOf(ratio: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(
    Math.floor(ratio * 100) / 100,
  );
}
