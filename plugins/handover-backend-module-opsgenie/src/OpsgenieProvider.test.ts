import {
  describeHostileUpstream,
  fetchFrom,
  sendJson,
  useUpstreams,
} from '@backstage-handover/plugin-handover-node/testUtils';
import { RateLimitedError } from '@backstage-handover/plugin-handover-node';
import escalation from './__fixtures__/escalation.json';
import onCalls from './__fixtures__/onCalls.json';
import routingRules from './__fixtures__/routingRules.json';
import team from './__fixtures__/team.json';
import timeline from './__fixtures__/timeline.json';
import { OpsgenieProvider } from './OpsgenieProvider';

const HOUR_MS = 3_600_000;
const NOW = Date.now();
const inHours = (hours: number) =>
  new Date(NOW + hours * HOUR_MS).toISOString();

const component = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations },
});
const orders = component({ 'opsgenie.com/team': 'shop' });

const SCHEDULE = onCalls.data._parent.id;

/** A shift, from and to in hours from now. */
const shift = (from: number, to: number, name: string, type = 'user') => ({
  startDate: inHours(from),
  endDate: inHours(to),
  type: 'default',
  recipient: { type, name },
});

type Schedule = {
  current: string[];
  /** Of each rotation. */
  shifts?: ReturnType<typeof shift>[][];
  enabled?: boolean;
};

type Rule = {
  timeAmount: number;
  timeUnit?: string;
  notifyType?: string;
  recipient: object;
};

const ofSchedule = (id: string, timeAmount = 0): Rule => ({
  timeAmount,
  recipient: { type: 'schedule', id, name: `${id}_schedule` },
});

const start = useUpstreams();

/** An Opsgenie with these schedules, and with other rules than the recorded ones if there are any. */
const opsgenieWith = (
  schedules: Record<string, Schedule>,
  options: { rules?: Rule[]; notify?: object } = {},
) =>
  start((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://opsgenie');
    const [, id = '', what] =
      /^\/v2\/schedules\/([^/]+)\/(.*)$/.exec(pathname) ?? [];
    const schedule = schedules[id];
    const known: Record<string, object> = {
      '/v2/teams/shop': team,
      '/v2/teams/shop/routing-rules': options.notify
        ? { data: [{ isDefault: true, notify: options.notify }] }
        : routingRules,
      [`/v2/escalations/${escalation.data.id}`]: {
        data: {
          ...escalation.data,
          rules:
            options.rules?.map(
              ({ timeAmount, timeUnit, notifyType, recipient }) => ({
                delay: { timeAmount, timeUnit },
                notifyType,
                recipient,
              }),
            ) ?? escalation.data.rules,
        },
      },
    };
    const answers: Record<string, object> = schedule && {
      'on-calls': {
        data: {
          _parent: {
            ...onCalls.data._parent,
            enabled: schedule.enabled ?? true,
          },
          onCallRecipients: schedule.current,
        },
      },
      timeline: {
        data: {
          ...timeline.data,
          startDate: inHours(-6),
          endDate: inHours(14 * 24),
          finalTimeline: {
            rotations: (schedule.shifts ?? []).map(periods => ({ periods })),
          },
        },
      },
    };
    const answer = answers?.[what] ?? known[pathname];
    sendJson(response, answer ?? {}, { status: answer ? 200 : 404 });
  });

const providerOf = (url: string) =>
  OpsgenieProvider.create({ apiKey: 'key', apiBaseUrl: url });

async function read(...args: Parameters<typeof opsgenieWith>) {
  const { url } = await opsgenieWith(...args);
  return fetchFrom(providerOf(url), { entity: orders });
}

describe('OpsgenieProvider', () => {
  it('reads the escalation that the default routing rule notifies, level by level', async () => {
    const { url, requests } = await opsgenieWith({
      [SCHEDULE]: {
        current: onCalls.data.onCallRecipients,
        shifts: [
          [shift(-5, 3, 'tim@example.com'), shift(3, 27, 'eva@example.com')],
        ],
      },
    });
    const provider = providerOf(url);
    expect(provider.appliesTo(orders)).toBe(true);
    await expect(fetchFrom(provider, { entity: orders })).resolves.toEqual({
      escalationPolicy: {
        name: 'shop_escalation',
        url: team.data.links.web,
      },
      levels: [
        {
          level: 1,
          people: [
            {
              name: 'tim@example.com',
              email: 'tim@example.com',
              until: inHours(3),
            },
          ],
          next: { name: 'eva@example.com', from: inHours(3) },
        },
        {
          level: 2,
          people: [{ name: "Next in the schedule 'shop_schedule'" }],
        },
        { level: 3, people: [{ name: "Everybody in the team 'shop'" }] },
        {
          level: 4,
          people: [{ name: 'ada@example.com', email: 'ada@example.com' }],
        },
      ],
    });
    expect(requests.map(({ path }) => path).sort()).toEqual([
      `/v2/escalations/${escalation.data.id}?identifierType=id`,
      `/v2/schedules/${SCHEDULE}/on-calls?scheduleIdentifierType=id&flat=true`,
      `/v2/schedules/${SCHEDULE}/timeline?identifierType=id&interval=2&intervalUnit=weeks`,
      '/v2/teams/shop/routing-rules?teamIdentifierType=name',
      '/v2/teams/shop?identifierType=name',
    ]);
    expect(requests[0].headers).toMatchObject({
      authorization: 'GenieKey key',
    });
  });

  it('names who is on call even if the timeline does not say until when', async () => {
    const { url } = await start((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://opsgenie');
      const file = [
        ['/routing-rules', routingRules],
        ['/teams/', team],
        ['/escalations/', escalation],
        ['/on-calls', onCalls],
        ['/timeline', timeline],
      ].find(([part]) => pathname.includes(String(part)));
      sendJson(response, file?.[1]);
    });
    const { levels } = await fetchFrom(providerOf(url), { entity: orders });
    expect(levels[0]).toEqual({
      level: 1,
      people: [{ name: 'tim@example.com', email: 'tim@example.com' }],
    });
  });

  it('reads a schedule that the default routing rule notifies directly', async () => {
    const { escalationPolicy, levels } = await read(
      { s1: { current: ['tim@example.com', 'eva@example.com'] } },
      { notify: { type: 'schedule', id: 's1', name: 'shop_schedule' } },
    );
    expect(escalationPolicy?.name).toBe('shop_schedule');
    expect(levels).toMatchObject([
      {
        level: 1,
        people: [{ name: 'tim@example.com' }, { name: 'eva@example.com' }],
      },
    ]);
  });

  it('orders rules by their delay and takes those with the same delay for one level', async () => {
    const { levels } = await read(
      {
        s1: { current: ['tim@example.com'] },
        s2: { current: ['TIM@example.com', 'eva@example.com'] },
        s3: { current: [] },
      },
      {
        rules: [
          { ...ofSchedule('s3', 2), timeUnit: 'hours' },
          ofSchedule('s1', 90),
          { ...ofSchedule('s2', 1.5), timeUnit: 'hours' },
          {
            timeAmount: 0,
            notifyType: 'admins',
            recipient: { type: 'team', name: 'shop' },
          },
        ],
      },
    );
    expect(levels.map(({ people }) => people.map(({ name }) => name))).toEqual([
      ["Team 'shop': admins"],
      ['tim@example.com', 'eva@example.com'],
      [],
    ]);
  });

  it('takes shifts that follow each other for one, in any rotation', async () => {
    const { levels } = await read(
      {
        s1: {
          current: ['Tim@example.com'],
          shifts: [
            [shift(4, 6, 'eva@example.com'), shift(3, 4, 'tim@example.com')],
            [shift(-1, 3, 'tim@example.com'), shift(9, 10, 'tim@example.com')],
          ],
        },
      },
      { rules: [ofSchedule('s1')] },
    );
    expect(levels[0]).toMatchObject({
      people: [{ name: 'Tim@example.com', until: inHours(4) }],
      next: { name: 'eva@example.com', from: inHours(4) },
    });
  });

  it.each([
    [
      'shifts are cut off at the end of the timeline',
      [shift(-1, 400, 'tim@example.com')],
    ],
    ['nobody follows', [shift(3, 5, '', 'none')]],
    [
      'a team follows',
      [shift(3, 5, 'support', 'team'), shift(5, 9, 'eva@example.com')],
    ],
  ])('names no end and nobody next if %s', async (_why, shifts) => {
    const { levels } = await read(
      { s1: { current: ['tim@example.com'], shifts: [shifts] } },
      { rules: [ofSchedule('s1')] },
    );
    expect(levels).toEqual([
      {
        level: 1,
        people: [{ name: 'tim@example.com', email: 'tim@example.com' }],
      },
    ]);
  });

  it('never says that nobody is on call where that is not certain', async () => {
    await expect(
      read(
        { s1: { current: [], enabled: false } },
        { rules: [ofSchedule('s1')] },
      ),
    ).rejects.toThrow("The schedule 'shop_schedule' in Opsgenie is disabled");
    await expect(read({}, { notify: { type: 'none' } })).rejects.toThrow(
      "The default routing rule of the team 'shop' in Opsgenie notifies no schedule and no escalation",
    );
    await expect(
      read(
        {},
        { rules: Array.from({ length: 11 }, (_, i) => ofSchedule(`s${i}`)) },
      ),
    ).rejects.toThrow('more schedules than Handover reads (10)');
  });

  it('links to no address that could run something', async () => {
    const { url } = await start((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://opsgenie');
      const links = { web: `${'javascript'}:alert(1)` };
      sendJson(
        response,
        pathname.endsWith('/routing-rules')
          ? routingRules
          : {
              data: pathname.includes('/teams/')
                ? { ...team.data, links }
                : { ...escalation.data, rules: escalation.data.rules.slice(3) },
            },
      );
    });
    const data = await fetchFrom(providerOf(url), { entity: orders });
    expect(data.escalationPolicy).toEqual({ name: 'shop_escalation' });
  });

  it.each(['..', 'hidden\u0007', 'hidden'.repeat(20)])(
    'refuses the team name %j',
    async name => {
      const { url, requests } = await opsgenieWith({});
      const entity = component({ 'opsgenie.com/team': name });
      const error = await fetchFrom(providerOf(url), { entity }).catch(
        (reason: Error) => reason,
      );
      expect(String(error)).toContain("Invalid annotation 'opsgenie.com/team'");
      expect(String(error)).not.toContain('hidden');
      expect(requests).toEqual([]);
    },
  );

  it('asks for a name with any signs as one part of the address', async () => {
    const { url, requests } = await opsgenieWith({});
    const entity = component({ 'opsgenie.com/team': 'A/B ?x=1 & Käse' });
    await expect(fetchFrom(providerOf(url), { entity })).rejects.toThrow(
      "404 Not Found when asked for the team 'A/B ?x=1 & Käse'",
    );
    expect(requests[0].path).toBe(
      '/v2/teams/A%2FB%20%3Fx%3D1%20%26%20K%C3%A4se?identifierType=name',
    );
  });

  it('does not apply without the annotation', () => {
    const provider = providerOf('https://api.example.com');
    expect(provider.appliesTo(component({}))).toBe(false);
    expect(provider.appliesTo(component({ 'opsgenie.com/team': ' ' }))).toBe(
      false,
    );
    // It selects alerts, and says nothing about who is on call.
    expect(
      provider.appliesTo(
        component({ 'opsgenie.com/component-selector': 'tag:orders' }),
      ),
    ).toBe(false);
  });

  it('waits for the period that Opsgenie names', async () => {
    const { url } = await start((_request, response) =>
      sendJson(
        response,
        { message: 'TooManyRequests', took: 1, requestId: 'rId' },
        {
          status: 429,
          headers: {
            'x-ratelimit-state': 'THROTTLED',
            'x-ratelimit-reason': 'ACCOUNT',
            'x-ratelimit-period-in-sec': '20',
          },
        },
      ),
    );
    const error = await fetchFrom(providerOf(url), { entity: orders }).catch(
      (reason: RateLimitedError) => reason,
    );
    expect(error).toBeInstanceOf(RateLimitedError);
    const wait = (error as RateLimitedError).retryAt.getTime() - Date.now();
    expect(wait).toBeGreaterThan(15_000);
    expect(wait).toBeLessThanOrEqual(20_000);
  });

  describeHostileUpstream(({ url, secret }) => ({
    provider: OpsgenieProvider.create({ apiKey: secret, apiBaseUrl: url }),
    entity: orders,
  }));
});
