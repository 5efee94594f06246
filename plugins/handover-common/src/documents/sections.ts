import type { HandoverDocument } from './schema';

/** Keys of the sections, in the order in which a handover is read. */
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
  'resilience',
  'firstThirtyDays',
  'responsibilities',
  'completion',
] as const satisfies readonly (keyof HandoverDocument)[];

/** Key of one section. */
export type SectionKey = (typeof SECTION_KEYS)[number];

/** English titles of the sections, for exports that have no translations. */
export const SECTION_TITLES: Record<SectionKey, string> = {
  overview: 'Overview',
  environments: 'Environments',
  architecture: 'Architecture',
  notes: 'Tribal knowledge',
  dayOne: 'Day one',
  deployment: 'Deployment',
  rollback: 'Rollback',
  failures: 'Known failures',
  windows: 'Change windows',
  dangerZones: 'Danger zones',
  escalation: 'Escalation',
  resilience: 'Resilience',
  firstThirtyDays: 'First thirty days',
  responsibilities: 'Responsibilities',
  completion: 'Completion',
};

/** Does a value say anything? Nothing, blank text, and empty lists and objects do not. */
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
