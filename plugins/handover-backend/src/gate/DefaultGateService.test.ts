import type {
  Calendar,
  DocumentState,
} from '@backstage-handover/plugin-handover-common';
import { coverageOf } from '@backstage-handover/plugin-handover-common/documents';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { CalendarSource } from '@backstage-handover/plugin-handover-node';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { exampleYaml } from '../__testUtils__/exampleYaml';
import { catalogEntity, parsed } from '../documents/__testUtils__/documents';
import { ContributorRunner } from './contributors/ContributorRunner';
import { GateContributors } from './contributors/GateContributors';
import { GateInputs } from './contributors/GateInputs';
import { DefaultGateService } from './DefaultGateService';
import { EntityCalendarSource } from './EntityCalendarSource';

const ORDERS = 'component:default/orders';
const NOW = '2026-12-24T10:00:00.000Z';
const SINCE = '2026-12-20T08:00:00.000Z';
const LINK =
  'https://portal.example.com/catalog/default/component/orders/handover#windows';
const ada = { credentials: mockCredentials.user('user:default/ada') };

/** No handover yet. */
const NONE: DocumentState = {
  entityRef: ORDERS,
  source: 'repository',
  status: 'missing',
  coverage: coverageOf(undefined),
  problems: [],
  stale: false,
};
/** A good revision, with the environments staging and production. */
const GOOD: DocumentState = {
  ...NONE,
  status: 'ok',
  revision: {
    number: 3,
    source: 'repository',
    createdAt: '2026-11-01T00:00:00.000Z',
    contentHash: 'abc',
  },
  document: parsed(exampleYaml('Takes orders')),
};
const PROBLEM = { path: '', message: 'No colon', severity: 'error' as const };

function calendar(id: string, ...environments: string[]): Calendar {
  return {
    id,
    title: `Calendar ${id}`,
    level: 'organization',
    version: '7',
    windows: environments.map(environment => ({
      id: environment,
      title: `Freeze of ${environment}`,
      effect: 'deny',
      environments: [environment],
      schedule: { start: '2027-03-01', end: '2027-03-02', timeZone: 'UTC' },
    })),
  };
}

/** The gate at a given time, with contributors. */
function createGate(
  options: {
    state?: DocumentState;
    add?: (contributors: GateContributors) => void;
    catalog?: ReturnType<typeof catalogServiceMock>;
  } = {},
) {
  const { state = GOOD, catalog } = options;
  const contributors = GateContributors.create();
  options.add?.(contributors);
  const logger = mockServices.logger.mock();
  const counted: Parameters<jest.Mock>[] = [];
  const onCount = jest.fn();
  const metrics = metricsServiceMock.mock({
    createCounter: (name, about) => ({
      add: (...args) => {
        if (name === 'handover.gate.decisions') {
          counted.push([about?.unit, ...args]);
          onCount();
        }
      },
    }),
    createHistogram: () => ({ record: () => {} }),
  });
  const record = jest.fn(async () => {});
  const gate = DefaultGateService.create({
    documents: { getDocument: async () => state },
    inputs: GateInputs.create({
      contributors,
      own: EntityCalendarSource.create({
        appBaseUrl: 'https://portal.example.com',
      }),
      runner: ContributorRunner.create({ timeoutMs: 2_000, logger, metrics }),
    }),
    environments: Environments.builtIn(),
    catalog:
      catalog ?? catalogServiceMock({ entities: [catalogEntity('orders')] }),
    auth: mockServices.auth(),
    decisions: { record },
    metrics,
    now: () => new Date(NOW),
  });
  return { gate, logger, counted, onCount, record };
}

const sourceOf = (
  id: string,
  getCalendars: CalendarSource['getCalendars'],
): CalendarSource => ({ id, title: `Source ${id}`, getCalendars });

describe('without a time', () => {
  it('decides now, and asks sources for a month before and two years after', async () => {
    const getCalendars = jest.fn<
      ReturnType<CalendarSource['getCalendars']>,
      Parameters<CalendarSource['getCalendars']>
    >(async () => []);
    const { gate, record } = createGate({
      add: to => to.addCalendarSource(sourceOf('a', getCalendars)),
    });
    const environment = 'production';
    const decision = await gate.getDecision(ORDERS, { environment }, ada);
    expect(decision.at).toBe('2026-12-24T10:00:00Z');
    const recorded = await gate.recordDecision(ORDERS, { environment }, ada);
    expect(recorded).toEqual({
      id: expect.any(String),
      recordedAt: NOW,
      by: 'user:default/ada',
      decision,
    });
    const all = await gate.getDecisions(ORDERS, {}, ada);
    expect(all.items[1]).toEqual(decision);
    await gate.getCalendars(ORDERS, ada);
    const feed = await gate.getCalendar(ORDERS, ada);
    expect(feed).toContain(`X-WR-CALNAME:Handover of ${ORDERS}\r\n`);
    expect(feed).toContain('DTSTAMP:20261224T100000Z');
    expect(getCalendars.mock.calls.map(([{ range }]) => range)).toEqual(
      new Array(5).fill({
        from: '2026-11-23T10:00:00.000Z',
        to: '2028-12-25T10:00:00.000Z',
      }),
    );
    expect(record).toHaveBeenCalledTimes(1);
  });

  it('is not taken for a time that is wrong', async () => {
    const getCalendars = jest.fn(async () => []);
    const { gate } = createGate({
      add: to => to.addCalendarSource(sourceOf('a', getCalendars)),
    });
    const message = "'at' is 'tomorrow', which is not a time with an offset";
    const wrong = { at: 'tomorrow', environment: 'production' };
    await expect(gate.getDecision(ORDERS, wrong, ada)).rejects.toThrow(message);
    await expect(gate.getDecisions(ORDERS, wrong, ada)).rejects.toThrow(
      message,
    );
    const range = { from: NOW, to: NOW };
    await expect(gate.getOccurrences(ORDERS, range, ada)).rejects.toThrow(
      `'to' is '${NOW}', not after 'from'`,
    );
    // Nobody is asked for nothing.
    expect(getCalendars).not.toHaveBeenCalled();
  });
});

describe('what takes its time', () => {
  /** Resolves once conditions were asked about so many environments. */
  function createMeeting(count: number) {
    const asked = new Set<string>();
    let resolve = () => {};
    const met = new Promise<void>(resolved => {
      resolve = resolved;
    });
    return {
      met,
      evaluate: async ({ environment }: { environment: string }) => {
        asked.add(environment);
        if (asked.size === count) {
          resolve();
        }
        await met;
        return { outcome: 'pass' as const };
      },
    };
  }
  const verdicts = ({ items }: { items: { verdict: string }[] }) =>
    items.map(({ verdict }) => verdict);

  it('has conditions asked while calendars are read', async () => {
    const ask = (count: number) => {
      const { met, evaluate } = createMeeting(count);
      return createGate({
        add: to => {
          to.addCondition({ id: 'a', title: 'A', evaluate });
          to.addCalendarSource(
            sourceOf('a', async () => {
              await met;
              return [];
            }),
          );
        },
      }).gate;
    };
    const one = { environment: 'staging' };
    await expect(ask(1).getDecision(ORDERS, one, ada)).resolves.toMatchObject({
      verdict: 'open',
    });
    expect(verdicts(await ask(2).getDecisions(ORDERS, {}, ada))).toEqual([
      'open',
      'open',
    ]);
  });

  it('has conditions of all environments asked at once, and other requests served', async () => {
    const { evaluate } = createMeeting(4);
    const { gate, onCount } = createGate({
      add: to => {
        to.addCondition({ id: 'a', title: 'A', evaluate });
        // Only this calendar names these two. One of many entities would not count.
        to.addCalendarSource(
          sourceOf('a', async () => [
            { ...calendar('a', 'canary', 'demo'), level: 'entity' },
            calendar('b', 'other'),
          ]),
        );
      },
    });
    const order: string[] = [];
    onCount.mockImplementation(() => {
      order.push('decision');
      setImmediate(() => order.push('other'));
    });
    const decisions = await gate.getDecisions(ORDERS, {}, ada);
    expect(verdicts(decisions)).toEqual(['open', 'open', 'open', 'open']);
    expect(order.join(' ')).toBe(
      'decision other decision other decision other decision other',
    );
  });

  it('has the entity fetched once, by the backend itself', async () => {
    const catalog = catalogServiceMock({ entities: [catalogEntity('orders')] });
    const getEntityByRef = jest.spyOn(catalog, 'getEntityByRef');
    const pass = async () => ({ outcome: 'pass' as const });
    const { gate } = createGate({
      catalog,
      add: to => {
        to.addCondition({ id: 'a', title: 'A', evaluate: pass });
        to.addCondition({ id: 'b', title: 'B', evaluate: pass });
      },
    });
    await gate.getDecisions(ORDERS, {}, ada);
    expect(getEntityByRef).toHaveBeenCalledTimes(1);
    expect(getEntityByRef).toHaveBeenCalledWith(ORDERS, {
      credentials: await mockServices.auth().getOwnServiceCredentials(),
    });
  });
});

describe('a handover that cannot be read', () => {
  const decide = async (state: DocumentState) => {
    const { gate } = createGate({ state });
    return gate.getDecision(ORDERS, { environment: 'production' }, ada);
  };

  it.each<[Partial<DocumentState>, string | undefined]>([
    [{ failingSince: SINCE, problems: [PROBLEM] }, `since ${SINCE}: No colon`],
    [{ failingSince: SINCE }, `since ${SINCE}`],
    [{ problems: [PROBLEM, PROBLEM] }, 'No colon'],
    [{}, undefined],
  ])('is named beside the last good revision: %j', async (about, reason) => {
    const { reasons, revision, ...rest } = await decide({
      ...GOOD,
      status: 'invalid',
      ...about,
    });
    expect(revision).toBe(3);
    expect(rest.calendars).toEqual([{ id: ORDERS, version: '3' }]);
    expect(reasons.filter(({ kind }) => kind === 'notice')).toEqual([
      {
        kind: 'notice',
        title: 'Based on revision 3, because the handover is invalid',
        ...(reason && { reason }),
      },
    ]);
    const fine = await decide({ ...GOOD, ...about });
    expect(fine).toEqual({
      ...fine,
      reasons: reasons.filter(({ kind }) => kind !== 'notice'),
    });
  });

  it.each([
    ['invalid', [PROBLEM], ': No colon'],
    ['unreachable', [], ''],
  ] as const)(
    'is unknown if it never was: %s',
    async (status, problems, why) => {
      const decision = await decide({
        ...NONE,
        status,
        problems: [...problems],
      });
      expect(decision).toMatchObject({
        verdict: 'unknown',
        calendars: [{ id: ORDERS, version: '0' }],
      });
      expect(decision.reasons).toEqual([
        {
          kind: 'calendar',
          verdict: 'unknown',
          title: `Calendar 'Handover of ${ORDERS}' could not be loaded`,
          reason: `The handover is ${status} and has no good revision${why}`,
          calendar: `Handover of ${ORDERS}`,
          link: LINK,
        },
      ]);
      expect(decision).not.toHaveProperty('revision');
    },
  );

  it('is unlike one that does not exist, or has no windows', async () => {
    const none = await decide(NONE);
    expect(none).toMatchObject({ verdict: 'open', calendars: [] });
    expect(none.reasons).toMatchObject([{ kind: 'default' }]);
    const { windows: _, ...document } = GOOD.document!;
    expect(await decide({ ...GOOD, document })).toMatchObject({
      verdict: 'open',
      calendars: [],
    });
  });

  it('has production decided where nothing names an environment', async () => {
    const { gate } = createGate({ state: NONE });
    const { items } = await gate.getDecisions(ORDERS, {}, ada);
    expect(items).toMatchObject([{ environment: 'production' }]);
  });
});

describe('contributors that fail', () => {
  it('stand in the decision with a calendar of their own', async () => {
    const { gate } = createGate({
      state: NONE,
      add: to => {
        to.addCalendarSource(sourceOf('one', async () => [calendar('x')]));
        to.addCalendarSource(
          sourceOf('two', async () => [calendar('y'), calendar('x')]),
        );
        to.addCalendarSource(
          sourceOf('three', async () => {
            throw new Error('The server is away');
          }),
        );
      },
    });
    const decision = await gate.getDecision(
      ORDERS,
      { environment: 'production' },
      ada,
    );
    expect(decision).toMatchObject({
      verdict: 'unknown',
      reasons: [
        { reason: 'Source three failed' },
        { reason: 'It uses the id of a calendar of another source' },
      ],
      calendars: [
        { id: 'source:three', version: '' },
        { id: 'source:two', version: '' },
        { id: 'x', version: '7' },
      ],
    });
    const { items } = await gate.getCalendars(ORDERS, ada);
    expect(items).toMatchObject([
      { title: 'Source three', level: 'organization' },
      { title: 'Source two', level: 'organization' },
      { title: 'Calendar x' },
    ]);
  });

  it("include the entity's own handover", async () => {
    const { gate } = createGate();
    // There is no link to the handover of something without a kind.
    const { items } = await gate.getCalendars('orders', ada);
    expect(items).toEqual([
      {
        id: 'source:handover',
        title: 'Handover',
        level: 'entity',
        version: '',
        error: 'Handover failed',
      },
    ]);
  });

  it('include a condition whose entity has left the catalog', async () => {
    const { gate, logger } = createGate({
      catalog: catalogServiceMock({ entities: [] }),
      add: to =>
        to.addCondition({
          id: 'a',
          title: 'A',
          evaluate: async () => ({ outcome: 'pass' }),
        }),
    });
    const decision = await gate.getDecision(
      ORDERS,
      { environment: 'staging' },
      ada,
    );
    expect(decision.verdict).toBe('unknown');
    expect(logger.warn).toHaveBeenCalledWith(
      `The condition 'a' of the gate cannot be used for '${ORDERS}': it failed`,
      expect.objectContaining({
        message: `No entity '${ORDERS}' in the catalog`,
      }),
    );
  });
});

it('records and counts a decision about an unknown environment', async () => {
  const { gate, record, counted } = createGate({ state: NONE });
  const { id, decision } = await gate.recordDecision(
    ORDERS,
    { environment: 'produciton', change: 'rollback', changeId: '42' },
    ada,
  );
  expect(decision.verdict).toBe('unknown');
  expect(record).toHaveBeenCalledWith({
    decision,
    recordedAt: new Date(NOW),
    event: {
      topic: 'handover.decision.recorded',
      entityRef: ORDERS,
      data: {
        decisionId: id,
        by: 'user:default/ada',
        changeId: '42',
        environment: 'produciton',
        change: 'rollback',
        verdict: 'unknown',
        onUnknown: 'block',
        decidedAt: '2026-12-24T10:00:00Z',
        calendars: [],
      },
    },
  });
  expect(counted).toEqual([
    ['{decision}', 1, { verdict: 'unknown', change: 'rollback' }],
  ]);
});
