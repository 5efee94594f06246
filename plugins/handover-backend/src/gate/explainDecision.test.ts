import type { GateDecision } from '@backstage-handover/plugin-handover-common';
import {
  type DecideInput,
  decide,
} from '@backstage-handover/plugin-handover-common/gate';
import { explainDecision } from './explainDecision';

const ORDERS = 'component:default/orders';
const SUBJECT = `${ORDERS} in production`;
const AT = '2026-12-20T10:00:00Z';
const NOON = '2026-12-20T12:00:00Z';
const DEFAULT = 'No allow window applies to production';

const calendarWith = (
  title: string,
  effect: 'allow' | 'deny',
  schedule: { start: string; end: string },
  reason?: string,
): DecideInput['calendars'][number] => ({
  id: 'company',
  title: 'Company',
  level: 'organization',
  version: '1',
  windows: [
    {
      id: 'window',
      title,
      effect,
      reason,
      schedule: { ...schedule, timeZone: 'Europe/Berlin' },
    },
  ],
});
const FREEZE = calendarWith(
  'Year-end freeze',
  'deny',
  { start: '2026-12-18', end: '2027-01-03' },
  'Few people are at work',
);
const RELEASE_DAYS = calendarWith('Release days', 'allow', {
  start: '2026-12-21',
  end: '2026-12-22',
});
const OVERRIDE = {
  id: 'tickets/1',
  by: 'user:default/ada',
  reason: 'Checkout is down',
  from: '2026-12-20T09:00:00Z',
  until: NOON,
  environments: ['production'],
};
const NOTICE = { kind: 'notice' as const, title: 'Based on revision 3' };

const decideOn = (input: Partial<DecideInput>): GateDecision =>
  decide({ calendars: [], environment: 'production', at: AT, ...input });
const explain = (input: Partial<DecideInput>) =>
  explainDecision(ORDERS, decideOn(input));

it('names the kind of change', () => {
  expect(explain({})).toBe(
    `A deployment of ${SUBJECT} is allowed at ${AT}. Because: ${DEFAULT}.`,
  );
  const start = (change: DecideInput['change']) =>
    explain({ change }).split(' is allowed')[0];
  expect(start('rollback')).toBe(`A rollback of ${SUBJECT}`);
  expect(start('config')).toBe(`A configuration change of ${SUBJECT}`);
  expect(start('scale')).toBe(`Scaling of ${SUBJECT}`);
});

it('says when a window that closes the gate ends, starts or has ended', () => {
  const calendars = [FREEZE];
  const title = 'Year-end freeze (Few people are at work)';
  expect(explain({ calendars })).toBe(
    `A deployment of ${SUBJECT} is not allowed at ${AT} and until 2027-01-03T23:00:00Z. ` +
      `Because: ${title} lasts until 2027-01-04T00:00:00+01:00. ` +
      'It is next allowed at 2027-01-03T23:00:00Z.',
  );
  expect(explain({ calendars, at: '2026-12-10T10:00:00Z' })).toBe(
    `A deployment of ${SUBJECT} is allowed at 2026-12-10T10:00:00Z and until 2026-12-17T23:00:00Z. ` +
      `Because: ${DEFAULT}; ${title} does not start before 2026-12-18T00:00:00+01:00.`,
  );
  expect(explain({ calendars, at: '2027-02-01T10:00:00Z' })).toBe(
    `A deployment of ${SUBJECT} is allowed at 2027-02-01T10:00:00Z. ` +
      `Because: ${DEFAULT}; ${title} is over.`,
  );
});

it('says when a window that opens the gate ends, starts or has ended', () => {
  const calendars = [RELEASE_DAYS];
  expect(explain({ calendars, at: '2026-12-21T10:00:00Z' })).toBe(
    `A deployment of ${SUBJECT} is allowed at 2026-12-21T10:00:00Z and until 2026-12-22T23:00:00Z. ` +
      'Because: Release days lasts until 2026-12-23T00:00:00+01:00.',
  );
  expect(explain({ calendars })).toBe(
    `A deployment of ${SUBJECT} is not allowed at ${AT} and until 2026-12-20T23:00:00Z. ` +
      'Because: it is outside Release days, which next starts at 2026-12-21T00:00:00+01:00. ' +
      'It is next allowed at 2026-12-20T23:00:00Z.',
  );
  expect(explain({ calendars, at: '2027-02-01T10:00:00Z' })).toBe(
    `A deployment of ${SUBJECT} is not allowed at 2027-02-01T10:00:00Z. ` +
      'Because: it is outside Release days, which does not start again. ' +
      'It is not known when it is allowed next.',
  );
});

it('names the conditions that fail, and not those that pass', () => {
  const incident = {
    id: 'incidents',
    title: 'No incident',
    outcome: 'fail' as const,
    reason: 'INC-7 is open',
  };
  const passed = { id: 'tests', title: 'Tests', outcome: 'pass' as const };
  expect(
    explain({
      conditions: [{ ...incident, until: NOON, then: 'pass' }, passed],
    }),
  ).toBe(
    `A deployment of ${SUBJECT} is not allowed at ${AT} and until ${NOON}. ` +
      `Because: No incident (INC-7 is open), until ${NOON}. ` +
      `It is next allowed at ${NOON}.`,
  );
  expect(explain({ conditions: [incident, passed] })).toBe(
    `A deployment of ${SUBJECT} is not allowed at ${AT}. ` +
      'Because: No incident (INC-7 is open). ' +
      'It is not known when it is allowed next.',
  );
});

it('says what makes the verdict unknown, and adds notices', () => {
  const start = `It is unknown whether this is allowed: A deployment of ${SUBJECT} at ${AT}. Treat it as not allowed. `;
  const end = ' It is not known when it is allowed next.';
  const condition = {
    id: 'tests',
    title: 'Tests',
    outcome: 'unknown' as const,
  };
  expect(explain({ conditions: [condition], notices: [NOTICE] })).toBe(
    `${start}Because: Tests; Based on revision 3.${end}`,
  );
  const { windows: _, ...company } = { windows: [], ...FREEZE };
  expect(explain({ calendars: [{ ...company, error: 'It failed' }] })).toBe(
    `${start}Because: Calendar 'Company' could not be loaded (It failed).${end}`,
  );
  expect(explain({ environment: 'produciton' })).toBe(
    `${start.replace('in production', 'in produciton')}` +
      `Because: No environment 'produciton' is known (Did you mean 'production'?).${end}`,
  );
});

it('gives an override in force as the only reason, with the notices', () => {
  const input = {
    calendars: [FREEZE],
    notices: [NOTICE],
  };
  expect(explain({ ...input, overrides: [OVERRIDE] })).toBe(
    `A deployment of ${SUBJECT} is allowed at ${AT} and until ${NOON}. ` +
      `Because: Override by user:default/ada (Checkout is down) is in force until ${NOON}; Based on revision 3.`,
  );
  const later = {
    ...OVERRIDE,
    from: '2026-12-20T11:00:00Z',
  };
  expect(explain({ overrides: [later], notices: [NOTICE] })).toBe(
    `A deployment of ${SUBJECT} is allowed at ${AT}. Because: ${DEFAULT}; Based on revision 3.`,
  );
  expect(explain({ ...input, overrides: [later] })).not.toContain('Override');
});

it('says how far it was searched, and gives no reason where there is none', () => {
  const decision: GateDecision = {
    ...decideOn({ calendars: [FREEZE] }),
    reasons: [],
    until: undefined,
    nextOpen: undefined,
    searchedUntil: '2026-12-31T00:00:00Z',
  };
  expect(explainDecision(ORDERS, decision)).toBe(
    `A deployment of ${SUBJECT} is not allowed at ${AT}. ` +
      'It is not allowed before 2026-12-31T00:00:00Z; later times are unknown.',
  );
});
