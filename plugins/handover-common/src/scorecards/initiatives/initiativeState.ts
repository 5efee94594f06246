import type { InitiativeState } from './types';

/**
 * The state of an initiative on a day.
 *
 * @alpha
 */
export function initiativeState(
  {
    status,
    startsOn,
    endsOn,
  }: {
    /** What people made of it. */
    status: 'draft' | 'published' | 'closed';
    startsOn: string;
    endsOn: string;
  },
  today: string,
): InitiativeState {
  if (status !== 'published') {
    return status;
  }
  if (today < startsOn) {
    return 'planned';
  }
  return today > endsOn ? 'overdue' : 'active';
}
