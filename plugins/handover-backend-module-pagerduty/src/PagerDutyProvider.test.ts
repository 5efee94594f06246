import {
  describeHostileUpstream,
  fetchFrom,
  sendJson,
  useUpstreams,
} from '@backstage-handover/plugin-handover-node/testUtils';
import { ConfigReader } from '@backstage/config';
import { RateLimitedError } from '@backstage-handover/plugin-handover-node';
import escalationPolicy from './__fixtures__/escalationPolicy.json';
import onCalls from './__fixtures__/onCalls.json';
import service from './__fixtures__/service.json';
import services from './__fixtures__/services.json';
import { PagerDutyProvider } from './PagerDutyProvider';

const KEY = '0123456789abcdef0123456789abcdef';
const HOUR_MS = 3_600_000;
const NOW = Date.now();
const inHours = (hours: number) =>
  new Date(NOW + hours * HOUR_MS).toISOString();

const component = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations },
});
const byId = component({ 'pagerduty.com/service-id': 'PIJ90N7' });
const byKey = component({ 'pagerduty.com/integration-key': KEY });

type Shift = Omit<(typeof onCalls.oncalls)[number], 'user' | 'schedule'> & {
  user: { id: string; name?: string | null; summary?: string | null };
};
const [TIM, KYLER] = onCalls.oncalls as unknown as Shift[];

/** A recorded shift at another time, counted in hours from now. */
const shift = (from: number, to: number, more: Partial<Shift> = {}): Shift => ({
  ...TIM,
  start: inHours(from),
  end: inHours(to),
  ...more,
});

const EARLINE = {
  id: 'PXPGF42',
  type: 'user',
  summary: 'Earline Greenholt',
  name: 'Earline Greenholt',
};

const start = useUpstreams();

/** A PagerDuty with these shifts, which it lists in pages of some length. */
const pagerDutyWith = (
  shifts: { current: object[]; upcoming?: object[] },
  pageSize = 100,
) =>
  start((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://pd');
    if (pathname === '/oncalls') {
      const all = searchParams.has('since')
        ? [...shifts.current, ...(shifts.upcoming ?? [])]
        : shifts.current;
      const offset = Number(searchParams.get('offset'));
      sendJson(response, {
        ...onCalls,
        oncalls: all.slice(offset, offset + pageSize),
        offset,
        more: offset + pageSize < all.length,
      });
    } else {
      const known: Record<string, object> = {
        '/services/PIJ90N7': service,
        '/services': services,
        '/escalation_policies/PT20YPA': escalationPolicy,
      };
      sendJson(response, known[pathname] ?? {}, {
        status: known[pathname] ? 200 : 404,
      });
    }
  });

const providerOf = (url: string, apiToken = 'token') =>
  PagerDutyProvider.fromConfig(
    new ConfigReader({
      handover: { pagerDuty: { apiToken, apiBaseUrl: url } },
    }),
  )!;

async function read(
  shifts: Parameters<typeof pagerDutyWith>[0],
  pageSize?: number,
) {
  const { url } = await pagerDutyWith(shifts, pageSize);
  return fetchFrom(providerOf(url), { entity: byId });
}

const POLICY = {
  name: 'Another Escalation Policy',
  url: 'https://subdomain.pagerduty.com/escalation_policies/PT20YPA',
};

const KYLER_ON_CALL = {
  name: 'Kyler Kuhn',
  email: '126_dvm_kyler_kuhn@example.com',
  url: 'https://subdomain.pagerduty.com/users/PAM4FGS',
};

describe('PagerDutyProvider', () => {
  it('reads several people at one level, and a level without anybody', async () => {
    const { url, requests } = await pagerDutyWith({
      current: [shift(-5, 3), KYLER],
      upcoming: [
        shift(3, 27, { user: EARLINE }),
        shift(9, 17, { user: EARLINE, escalation_level: 2 }),
      ],
    });
    const provider = providerOf(url);
    expect(provider.appliesTo(byId)).toBe(true);
    await expect(fetchFrom(provider, { entity: byId })).resolves.toEqual({
      escalationPolicy: POLICY,
      levels: [
        {
          level: 1,
          people: [
            {
              name: 'Tim Wright',
              email: 'tim.wright@example.com',
              url: 'https://subdomain.pagerduty.com/users/PT23IWX',
              until: inHours(3),
            },
            KYLER_ON_CALL,
          ],
          next: { name: 'Earline Greenholt', from: inHours(3) },
        },
        {
          level: 2,
          people: [],
          next: { name: 'Earline Greenholt', from: inHours(9) },
        },
      ],
    });
    expect(requests.map(({ path }) => path).sort()).toEqual([
      '/escalation_policies/PT20YPA',
      '/oncalls?escalation_policy_ids%5B%5D=PT20YPA&include%5B%5D=users&time_zone=UTC&limit=100&offset=0',
      expect.stringMatching(
        /^\/oncalls\?escalation_policy_ids%5B%5D=PT20YPA&include%5B%5D=users&time_zone=UTC&since=.*&until=.*&limit=100&offset=0$/,
      ),
      '/services/PIJ90N7',
    ]);
    expect(requests[0].headers).toMatchObject({
      accept: 'application/vnd.pagerduty+json;version=2',
      authorization: 'Token token=token',
    });
  });

  it('reads what the API reference shows', async () => {
    const { levels } = await read({ current: onCalls.oncalls });
    expect(levels).toEqual([
      {
        level: 1,
        people: [
          expect.objectContaining({
            name: 'Tim Wright',
            until: '2015-03-07T20:28:51.000Z',
          }),
          KYLER_ON_CALL,
        ],
      },
      { level: 2, people: [] },
    ]);
  });

  it('finds the service of an integration key, among others that PagerDuty finds', async () => {
    const { url, requests } = await pagerDutyWith({ current: [KYLER] });
    const provider = providerOf(url);
    expect(provider.appliesTo(byKey)).toBe(true);
    const { escalationPolicy: policy } = await fetchFrom(provider, {
      entity: byKey,
    });
    expect(policy).toEqual(POLICY);
    expect(requests[0].path).toBe(
      `/services?query=${KEY}&include%5B%5D=integrations&limit=100&offset=0`,
    );

    // The id is exact, and needs no search.
    const both = {
      'pagerduty.com/service-id': 'PIJ90N7',
      'pagerduty.com/integration-key': KEY,
    };
    requests.length = 0;
    await fetchFrom(provider, { entity: component(both) });
    expect(requests[0].path).toBe('/services/PIJ90N7');
  });

  it('does not take another service for that of an integration key', async () => {
    const { url } = await pagerDutyWith({ current: [KYLER] });
    const other = 'fedcba9876543210fedcba9876543210';
    const entity = component({ 'pagerduty.com/integration-key': other });
    const error = await fetchFrom(providerOf(url), { entity }).catch(
      (reason: Error) => reason,
    );
    expect(String(error)).toMatch(/has no service with the integration key/);
    expect(String(error)).not.toContain(other);
  });

  it('reads every page', async () => {
    const users = Array.from({ length: 5 }, (_, index) => ({
      id: `P${index}`,
      name: `Person ${index}`,
    }));
    const { levels } = await read(
      {
        current: users.map(user => shift(-1, 1, { user })),
        upcoming: [shift(2, 3, { user: EARLINE })],
      },
      2,
    );
    expect(levels[0].people.map(({ name }) => name)).toEqual(
      users.map(({ name }) => name),
    );
    expect(levels[0].next?.name).toBe('Earline Greenholt');
  });

  it('names nobody next if there are more shifts than it reads', async () => {
    const { levels } = await read(
      {
        current: [shift(-1, 1)],
        upcoming: Array.from({ length: 9 }, (_, index) =>
          shift(index + 1, index + 2, { user: EARLINE }),
        ),
      },
      1,
    );
    expect(levels[0]).toMatchObject({
      people: [{ name: 'Tim Wright', until: inHours(1) }],
      next: undefined,
    });
  });

  it('names nobody at all if there are more people than it reads', async () => {
    const current = Array.from({ length: 9 }, (_, index) =>
      shift(-1, 1, { user: { id: `P${index}` } }),
    );
    await expect(read({ current }, 1)).rejects.toThrow(
      /more people on call for the escalation policy 'PT20YPA' than Handover reads/,
    );
  });

  it('takes shifts that follow each other for one', async () => {
    const { levels } = await read({
      current: [shift(-1, 2)],
      upcoming: [
        shift(4, 6, { user: EARLINE }),
        shift(3, 4),
        shift(2, 3),
        shift(9, 10),
      ],
    });
    expect(levels[0]).toMatchObject({
      people: [{ name: 'Tim Wright', until: inHours(4) }],
      next: { name: 'Earline Greenholt', from: inHours(4) },
    });
  });

  it('reads a person without e-mail, page or name', async () => {
    const { levels } = await read({
      current: [
        shift(-1, 2, { user: { id: 'PA', summary: 'Ada', name: null } }),
        shift(-1, 2, { user: { id: 'PB' } }),
      ],
    });
    expect(levels[0].people).toEqual([
      { name: 'Ada', until: inHours(2) },
      { name: 'PB', until: inHours(2) },
    ]);
  });

  it('reads nobody of another policy, even if PagerDuty names them', async () => {
    const { levels } = await read({
      current: [shift(-1, 2, { escalation_policy: { id: 'OTHER' } as never })],
    });
    expect(levels[0].people).toEqual([]);
  });

  it.each([
    [{ 'pagerduty.com/service-id': '../users' }, 'pagerduty.com/service-id'],
    [
      { 'pagerduty.com/integration-key': 'hidden&x' },
      'pagerduty.com/integration-key',
    ],
  ])('refuses the annotations %j', async (annotations, key) => {
    const { url, requests } = await pagerDutyWith({ current: [] });
    const entity = component(annotations as Record<string, string>);
    const error = await fetchFrom(providerOf(url), { entity }).catch(
      (reason: Error) => reason,
    );
    expect(String(error)).toContain(`Invalid annotation '${key}'`);
    expect(String(error)).not.toContain('hidden');
    expect(requests).toEqual([]);
  });

  it('does not apply without an annotation', () => {
    const provider = providerOf('https://api.example.com');
    expect(provider.appliesTo(component({}))).toBe(false);
    expect(
      provider.appliesTo(component({ 'pagerduty.com/service-id': ' ' })),
    ).toBe(false);
  });

  it('waits for the seconds that PagerDuty names', async () => {
    const { url } = await start((_request, response) =>
      sendJson(
        response,
        { error: { message: 'Rate Limit Exceeded', code: 2020 } },
        {
          status: 429,
          headers: {
            'ratelimit-limit': '960',
            'ratelimit-remaining': '0',
            'ratelimit-reset': '20',
          },
        },
      ),
    );
    const error = await fetchFrom(providerOf(url), { entity: byId }).catch(
      (reason: RateLimitedError) => reason,
    );
    expect(error).toBeInstanceOf(RateLimitedError);
    const wait = (error as RateLimitedError).retryAt.getTime() - Date.now();
    expect(wait).toBeGreaterThan(15_000);
    expect(wait).toBeLessThanOrEqual(20_000);
  });

  describe.each([
    ['its id', byId],
    ['an integration key', byKey],
  ])('of a service by %s', (_how, entity) => {
    describeHostileUpstream(({ url, secret }) => ({
      provider: providerOf(url, secret),
      entity,
    }));
  });
});
