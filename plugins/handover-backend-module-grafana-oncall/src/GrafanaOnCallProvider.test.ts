import {
  describeHostileUpstream,
  fetchFrom,
  sendJson,
  useUpstreams,
} from '@backstage-handover/plugin-handover-node/testUtils';
import chain from './__fixtures__/chain.json';
import schedule from './__fixtures__/schedule.json';
import shifts from './__fixtures__/shifts.json';
import steps from './__fixtures__/steps.json';
import user from './__fixtures__/user.json';
import { GrafanaOnCallProvider } from './GrafanaOnCallProvider';

const HOUR_MS = 3_600_000;
const NOW = Date.now();
const inHours = (hours: number) =>
  new Date(NOW + hours * HOUR_MS).toISOString();

const component = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations },
});
const byChain = component({
  'handover.dev/grafana-oncall-escalation-chain': chain.id,
});
const bySchedule = component({
  'handover.dev/grafana-oncall-schedule': schedule.id,
});

const [ALICE, BOB] = shifts.results;

/** A recorded shift at another time, counted in hours from now. */
const shift = (from: number, to: number, of: Partial<typeof ALICE>) => ({
  ...ALICE,
  ...of,
  shift_start: inHours(from),
  shift_end: inHours(to),
});

const ON_CALL = { name: 'alice', email: 'alice@example.com' };

type Upstream = {
  onCall?: string[];
  shifts?: ReturnType<typeof shift>[];
  steps?: object[];
  /** Of every list. */
  pageSize?: number;
};

const start = useUpstreams();

/** A Grafana OnCall with one schedule, which is known by any id, and with one user. */
const onCallWith = (data: Upstream) =>
  start((request, response) => {
    const url = new URL(request.url ?? '', 'http://oncall');
    const path = url.pathname.replace(/^\/api\/v1/, '');
    const { pageSize = 50 } = data;
    const list = (items: object[]) => {
      const from = (Number(url.searchParams.get('page')) - 1) * pageSize;
      const isLast = from + pageSize >= items.length;
      return {
        ...shifts,
        next: isLast ? null : 'https://other.example.com/next',
        results: items.slice(from, from + pageSize),
      };
    };
    const answers: [RegExp, () => object][] = [
      [/^\/escalation_chains\/F5JU6KJET33FE\/$/, () => chain],
      [/^\/escalation_policies\/$/, () => list(data.steps ?? steps.results)],
      [/\/final_shifts$/, () => list(data.shifts ?? shifts.results)],
      [
        /^\/schedules\/\w+\/$/,
        () => ({
          ...schedule,
          on_call_now: data.onCall ?? schedule.on_call_now,
        }),
      ],
      [/^\/users\/U4DNY931HHJS5\/$/, () => user],
    ];
    const answer = answers.find(([pattern]) => pattern.test(path))?.[1];
    sendJson(response, answer?.() ?? {}, { status: answer ? 200 : 404 });
  });

const providerOf = (url: string) =>
  GrafanaOnCallProvider.create({ apiUrl: url, apiToken: 'token' });

async function read(data: Upstream, entity = bySchedule) {
  const { url } = await onCallWith(data);
  return fetchFrom(providerOf(url), { entity });
}

describe('GrafanaOnCallProvider', () => {
  it('reads an escalation chain, one level for the steps between two waits', async () => {
    const { url, requests } = await onCallWith({
      shifts: [shift(-5, 3, ALICE), shift(3, 27, BOB)],
    });
    const provider = providerOf(url);
    expect(provider.appliesTo(byChain)).toBe(true);
    await expect(fetchFrom(provider, { entity: byChain })).resolves.toEqual({
      escalationPolicy: { name: 'default' },
      levels: [
        {
          level: 1,
          people: [{ ...ON_CALL, until: inHours(3) }],
          next: { name: 'bob', from: inHours(3) },
        },
        {
          level: 2,
          people: [
            { name: 'alex', email: 'public-api-demo-user-1@grafana.com' },
          ],
        },
        { level: 3, people: [{ name: 'All members of a team' }] },
      ],
    });
    expect(requests.map(({ path }) => path).sort()).toEqual([
      '/api/v1/escalation_chains/F5JU6KJET33FE/',
      '/api/v1/escalation_policies/?escalation_chain_id=F5JU6KJET33FE&page=1',
      '/api/v1/schedules/SBM7DV7BKFUYU/',
      expect.stringMatching(
        /^\/api\/v1\/schedules\/SBM7DV7BKFUYU\/final_shifts\?start_date=\d{4}-\d\d-\d\d&end_date=\d{4}-\d\d-\d\d&page=1$/,
      ),
      '/api/v1/users/U4DNY931HHJS5/',
    ]);
    expect(requests[0].headers).toMatchObject({ authorization: 'token' });
  });

  it('reads what the API reference shows, of a schedule alone', async () => {
    await expect(read({})).resolves.toEqual({
      escalationPolicy: { name: 'Demo schedule iCal' },
      levels: [{ level: 1, people: [ON_CALL] }],
    });
  });

  it('prefers the escalation chain of an entity that has both', async () => {
    const { escalationPolicy } = await read(
      {},
      component({
        ...byChain.metadata.annotations,
        ...bySchedule.metadata.annotations,
      }),
    );
    expect(escalationPolicy?.name).toBe('default');
  });

  it('reads several people, and nobody, at one level', async () => {
    const { levels } = await read({ onCall: [ALICE.user_pk, user.id] });
    expect(levels[0].people.map(({ name }) => name)).toEqual(['alice', 'alex']);
    await expect(read({ onCall: [] })).resolves.toMatchObject({
      levels: [{ level: 1, people: [] }],
    });
  });

  it('names those who are notified in turn, and stops at the end of the chain', async () => {
    const step = (position: number, type: string | null, more = {}) => ({
      position,
      type,
      ...more,
    });
    const { levels } = await read(
      {
        steps: [
          step(0, 'wait'),
          step(1, 'notify_person_next_each_time', {
            persons_to_notify_next_each_time: [ALICE.user_pk, user.id],
          }),
          step(2, 'notify_on_call_from_schedule', {
            notify_on_call_from_schedule: schedule.id,
          }),
          step(3, null),
          step(4, 'wait'),
          step(5, 'wait'),
          step(6, 'notify_whole_channel'),
          step(7, 'resolve'),
          step(8, 'notify_user_group', { group_to_notify: 'G' }),
        ],
      },
      byChain,
    );
    expect(levels.map(({ people }) => people.map(({ name }) => name))).toEqual([
      ['In turn: alice, alex', 'alice'],
      ['Everybody in the Slack channel'],
    ]);
  });

  it('takes shifts that follow each other for one, and reads every page', async () => {
    const { levels } = await read({
      pageSize: 2,
      shifts: [
        shift(4, 6, BOB),
        shift(3, 4, ALICE),
        shift(-1, 3, ALICE),
        shift(9, 10, ALICE),
      ],
    });
    expect(levels[0]).toEqual({
      level: 1,
      people: [{ ...ON_CALL, until: inHours(4) }],
      next: { name: 'bob', from: inHours(4) },
    });
  });

  it.each([
    ['a shift lasts longer than was asked for', {}, [shift(-1, 400, ALICE)]],
    [
      'there are more shifts than it reads',
      { pageSize: 1 },
      [
        shift(-1, 400, ALICE),
        ...[1, 2, 3, 4, 5].map(hours => shift(hours, hours + 1, BOB)),
      ],
    ],
  ])('names no end and nobody next if %s', async (_why, more, all) => {
    const { levels } = await read({ ...more, shifts: all });
    expect(levels).toEqual([{ level: 1, people: [ON_CALL] }]);
  });

  it('never says that nobody is on call where that is not certain', async () => {
    await expect(
      read({ steps: [{ position: 0, type: 'wait' }] }, byChain),
    ).rejects.toThrow(
      "The escalation chain 'default' in Grafana OnCall notifies nobody",
    );
    await expect(read({ pageSize: 1 }, byChain)).rejects.toThrow(
      /has more steps than Handover reads/,
    );
    const ofSchedules = Array.from({ length: 11 }, (_, index) => ({
      position: index,
      type: 'notify_on_call_from_schedule',
      notify_on_call_from_schedule: `S${index}`,
    }));
    await expect(read({ steps: ofSchedules }, byChain)).rejects.toThrow(
      /more schedules than Handover reads \(10\)/,
    );
    await expect(
      read({ onCall: Array.from({ length: 31 }, (_, index) => `U${index}`) }),
    ).rejects.toThrow(/more people than Handover reads \(30\)/);
  });

  it.each([
    'handover.dev/grafana-oncall-escalation-chain',
    'handover.dev/grafana-oncall-schedule',
  ])('refuses another value than an id in %s', async key => {
    const { url, requests } = await onCallWith({});
    const entity = component({ [key]: '../hidden' });
    const error = await fetchFrom(providerOf(url), { entity }).catch(
      (reason: Error) => reason,
    );
    expect(String(error)).toContain(`Invalid annotation '${key}'`);
    expect(String(error)).not.toContain('hidden');
    expect(requests).toEqual([]);
  });

  it('does not apply without an annotation', () => {
    const provider = providerOf('https://oncall.example.com');
    expect(provider.appliesTo(component({}))).toBe(false);
    expect(
      provider.appliesTo(
        component({ 'handover.dev/grafana-oncall-schedule': ' ' }),
      ),
    ).toBe(false);
  });

  describe.each([
    ['an escalation chain', byChain],
    ['a schedule', bySchedule],
  ])('of %s', (_what, entity) => {
    describeHostileUpstream(({ url, secret }) => ({
      provider: GrafanaOnCallProvider.create({
        apiUrl: url,
        apiToken: secret,
      }),
      entity,
    }));
  });
});
