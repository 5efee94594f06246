import type { HandoverDocument } from './schema';

export { SECTION_TITLES } from './registry/labels';
export type { SectionKey } from './registry/types';

/**
 * Keys of the sections, in reading order.
 *
 * @public
 */
export const SECTION_KEYS = [
  'overview',
  'environments',
  'architecture',
  'notes',
  'dayOne',
  'deployment',
  'rollback',
  'failures',
  'windows',
  'dangerZones',
  'escalation',
  'observability',
  'resilience',
  'firstThirtyDays',
  'responsibilities',
  'completion',
] as const satisfies readonly (keyof HandoverDocument)[];

/**
 * Whether a value is filled in. Blank text and empty lists and objects are not.
 *
 * @alpha
 */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) {
    return false;
  }
  if (typeof value === 'string') {
    return value.trim() !== '';
  }
  if (Array.isArray(value)) {
    return value.length > 0;
  }
  return typeof value !== 'object' || Object.values(value).some(isFilled);
}
