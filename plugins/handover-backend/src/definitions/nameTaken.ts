import type { Problem } from '@backstage-handover/plugin-handover-common';

/**
 * Why a location can't have a definition with this name.
 *
 * @param options.origin - Where the name is used. Absent or empty for the
 *   configuration.
 */
export function nameTaken(
  { noun }: { noun: string },
  { name, origin }: { name: string; origin?: string },
): Problem {
  const place = origin ? `at ${origin}` : 'in the configuration';
  return {
    path: 'metadata.name',
    message: `'${name}' is the name of a ${noun} ${place}`,
    severity: 'error',
  };
}
