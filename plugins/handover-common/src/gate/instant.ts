import { InputError } from '@backstage/errors';
import { FIRST_YEAR, LAST_YEAR } from './compile';

const INSTANT =
  /^(\d{4})-\d{2}-(\d{2})T(\d{2}):\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/i;

/**
 * Milliseconds of an RFC 3339 instant, seconds optional. Throws an InputError
 * that names the parameter if it isn't valid or outside the years 1970 to 2199.
 *
 * @alpha
 */
export function parseInstant(name: string, text: string): number {
  const match = INSTANT.exec(text);
  const instant = match ? Date.parse(text.toUpperCase()) : NaN;
  // Date.parse lets days run over into the next month: read the day back.
  const exists =
    match &&
    match[3] !== '24' &&
    new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() ===
      Number(match[2]);
  if (!exists || Number.isNaN(instant)) {
    throw new InputError(
      `'${name}' is '${text}', which is not a time with an offset such as 2026-11-20T09:00:00Z`,
    );
  }
  const year = new Date(instant).getUTCFullYear();
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new InputError(
      `'${name}' is '${text}', not in the years ${FIRST_YEAR} to ${LAST_YEAR}`,
    );
  }
  return instant;
}
