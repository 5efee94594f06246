import type {
  Calendar,
  HandoverApi,
  HandoverWindow,
} from '@backstage-handover/plugin-handover-common';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  type ChangeKind,
  decide,
  expandOccurrences,
  type DecideInput,
} from '@backstage-handover/plugin-handover-common/gate';

/** The gate of one entity, decided by the real engine on the clock of the test. */
export function gateApi(options: {
  windows: HandoverWindow[];
  environments?: string[];
  /** Makes the entity's calendar unreadable, with this reason. */
  calendarError?: string;
  limit?: number;
  /** What else the gate decides from. */
  inputs?: Pick<DecideInput, 'conditions' | 'overrides' | 'notices'>;
}) {
  const { environments = ['production'], limit } = options;
  const calendar = {
    id: 'component:default/orders',
    title: 'Orders',
    level: 'entity',
    version: '7',
  } as const;
  const calendars: Calendar[] = [
    options.calendarError
      ? { ...calendar, error: options.calendarError }
      : { ...calendar, windows: options.windows },
  ];
  const known = Environments.builtIn().with(environments);
  const answer = (environment: string, change: ChangeKind = 'deploy') =>
    decide({
      calendars,
      environment,
      environments: known,
      change,
      at: new Date().toISOString(),
      revision: 7,
      ...options.inputs,
    });
  return {
    getDecisions: jest.fn<
      ReturnType<HandoverApi['gate']['getDecisions']>,
      Parameters<HandoverApi['gate']['getDecisions']>
    >(async (_ref, query) => ({
      items: environments.map(name => answer(name, query?.change)),
    })),
    getDecision: jest.fn<
      ReturnType<HandoverApi['gate']['getDecision']>,
      Parameters<HandoverApi['gate']['getDecision']>
    >(async (_ref, { environment, change }) => answer(environment, change)),
    getOccurrences: jest.fn<
      ReturnType<HandoverApi['gate']['getOccurrences']>,
      Parameters<HandoverApi['gate']['getOccurrences']>
    >(async (_ref, query) =>
      expandOccurrences(calendars, { ...query, environments: known, limit }),
    ),
    getCalendars: jest.fn<
      ReturnType<HandoverApi['gate']['getCalendars']>,
      Parameters<HandoverApi['gate']['getCalendars']>
    >(async () => ({ items: calendars })),
    recordDecision: async (): Promise<never> => {
      throw new Error('The tab records no decisions');
    },
    getCalendarUrl: async () => 'https://portal.example/calendar.ics',
  };
}

export const freeze: HandoverWindow = {
  id: 'month-end',
  title: 'Month-end freeze',
  effect: 'deny',
  reason: 'Settlement runs.',
  environments: ['production'],
  schedule: {
    start: '2026-11-20T18:00',
    duration: 'P2DT15H',
    rrule: 'FREQ=WEEKLY',
    timeZone: 'Asia/Kolkata',
  },
};
