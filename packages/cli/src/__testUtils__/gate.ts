import type {
  GateDecision,
  HandoverWindow,
} from '@backstage-handover/plugin-handover-common';
import {
  type Calendar,
  decide,
} from '@backstage-handover/plugin-handover-common/gate';
import type { Answer } from './portal';

/** Nine on a Monday morning. */
export const AT = '2026-11-30T09:00:00Z';

export const QUESTION = [
  '--entity=component:default/orders',
  '--environment=production',
];

/** Closed for two hours, from a quarter past eight on. */
export const FREEZE: HandoverWindow = {
  id: 'freeze',
  title: 'Freeze',
  effect: 'deny',
  reason: 'The books are closed.',
  environments: ['production'],
  schedule: {
    start: '2026-11-30T08:15:00',
    end: '2026-11-30T10:15:00',
    timeZone: 'UTC',
  },
};

/** A calendar with windows. */
export const calendarOf = (...windows: HandoverWindow[]): Calendar => ({
  id: 'company',
  title: 'Company',
  level: 'organization',
  version: '1',
  windows,
});

/** What the portal decides by a calendar. */
export const decisionBy = (
  calendar: Calendar,
  at = AT,
  more: Partial<GateDecision> = {},
): GateDecision => ({
  ...decide({ calendars: [calendar], environment: 'production', at }),
  ...more,
});

export const OPEN = decisionBy(calendarOf());
export const CLOSED = decisionBy(calendarOf(FREEZE));

/** A decision that nobody could make. */
export const unknown = (onUnknown?: string): object => ({
  ...OPEN,
  nextOpen: undefined,
  verdict: 'unknown',
  onUnknown,
});

/** The response of a portal that decides so. */
export const answer = (body: object): Answer => ({ status: 200, body });

/** The response of a portal that recorded it. */
export const recorded = (decision: object): Answer => ({
  status: 201,
  body: { id: 'd-1', recordedAt: AT, decision },
});
