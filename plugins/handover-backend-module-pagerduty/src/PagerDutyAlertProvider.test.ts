import {
  describeHostileUpstream,
  fetchFrom,
  sendJson,
  type UpstreamHandler,
  useUpstreams,
} from '@backstage-handover/plugin-handover-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import incidentAlerts from './__fixtures__/incidentAlerts.json';
import incidents from './__fixtures__/incidents.json';
import service from './__fixtures__/service.json';
import services from './__fixtures__/services.json';
import { PagerDutyAlertProvider } from './PagerDutyAlertProvider';

const component = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations },
});
const byId = component({ 'pagerduty.com/service-id': 'PIJ90N7' });
const byKey = component({
  'pagerduty.com/integration-key': '0123456789abcdef0123456789abcdef',
});

const [ACKNOWLEDGED, TRIGGERED] = incidents.incidents;
const [WARNING, CRITICAL] = incidentAlerts.alerts;

const start = useUpstreams();

type Answer = { body: object; status?: number };
type Answers = Record<string, Answer | ((offset: number) => Answer)>;

const INCIDENTS = '/incidents';
const ALERTS = `/incidents/${TRIGGERED.id}/alerts`;

/** What the API reference shows, except for these answers. */
const answering =
  (changes: Answers): UpstreamHandler =>
  (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://pd');
    const known: Answers = {
      '/services/PIJ90N7': { body: service },
      '/services': { body: services },
      [INCIDENTS]: { body: incidents },
      [ALERTS]: { body: incidentAlerts },
      ...changes,
    };
    const answer = known[pathname] ?? { body: {}, status: 404 };
    const { body, status } =
      typeof answer === 'function'
        ? answer(Number(searchParams.get('offset')))
        : answer;
    sendJson(response, body, { status: status ?? 200 });
  };

const providerOf = (url: string, more: object = {}) =>
  PagerDutyAlertProvider.fromConfig(
    new ConfigReader({
      handover: { pagerDuty: { apiToken: 'token', apiBaseUrl: url, ...more } },
    }),
  )!;

const pageOf = (
  items: object[],
  more: boolean | undefined = false,
): { body: object } => ({ body: { incidents: items, more } });

async function read(changes: Answers, entity = byId) {
  const { url, requests } = await start(answering(changes));
  const logger = mockServices.logger.mock();
  const alerts = await fetchFrom(providerOf(url), { entity, logger });
  return { alerts, logger, paths: requests.map(({ path }) => path) };
}

/** The severity of an incident without a priority, with these alerts. */
async function severityOf(urgency: string | null, alerts: Answer) {
  const incident = { ...TRIGGERED, urgency };
  const { alerts: shown, logger } = await read({
    [INCIDENTS]: pageOf([incident]),
    [ALERTS]: alerts,
  });
  return { severity: shown[0].severity, warn: logger.warn };
}

describe('PagerDutyAlertProvider', () => {
  it('reads what the API reference shows', async () => {
    const { alerts, paths } = await read({});
    expect(alerts).toEqual([
      {
        id: 'PT4KHLK',
        name: 'The server is on fire.',
        severity: 'P2',
        since: '2015-10-06T21:30:42Z',
        acknowledged: { at: '2015-10-06T21:38:23Z', by: 'Kyler Kuhn' },
        labels: { urgency: 'high' },
        url: 'https://subdomain.pagerduty.com/incidents/PT4KHLK',
      },
      {
        id: 'Q2AIXW2ZIKCI4P',
        name: 'OrdersErrorRateHigh',
        severity: 'critical',
        since: '2015-10-06T20:00:00Z',
        labels: { urgency: 'high' },
        url: 'https://subdomain.pagerduty.com/incidents/Q2AIXW2ZIKCI4P',
      },
    ]);
    expect(paths).toEqual([
      '/services/PIJ90N7',
      '/incidents?service_ids%5B%5D=PIJ90N7&statuses%5B%5D=triggered&statuses%5B%5D=acknowledged&date_range=all&sort_by=created_at%3Adesc&time_zone=UTC&limit=100&offset=0',
      `${ALERTS}?statuses%5B%5D=triggered&limit=100&offset=0`,
    ]);
  });

  it('reads the service of an integration key, without incidents', async () => {
    const { alerts, paths } = await read({ [INCIDENTS]: pageOf([]) }, byKey);
    expect(alerts).toEqual([]);
    expect(paths[0]).toMatch(/^\/services\?query=/);
  });

  it('reads every page, no incident twice, and none that is not open here', async () => {
    const all = [
      ACKNOWLEDGED,
      { ...ACKNOWLEDGED, id: 'P1', title: null, priority: { name: 'P1' } },
      ACKNOWLEDGED,
      { ...ACKNOWLEDGED, id: 'DONE', status: 'resolved' },
      { ...ACKNOWLEDGED, id: 'ELSEWHERE', service: { id: 'POTHER' } },
      { ...ACKNOWLEDGED, id: 'NEW', status: 'unheard of' },
    ];
    const { alerts } = await read({
      [INCIDENTS]: offset =>
        pageOf(all.slice(offset, offset + 2), offset + 2 < all.length),
    });
    expect(
      alerts.map(({ id, acknowledged }) => [id, acknowledged?.by]),
    ).toEqual([
      ['PT4KHLK', 'Kyler Kuhn'],
      ['P1', 'Kyler Kuhn'],
      ['NEW', undefined],
    ]);
    expect(alerts[1]).toMatchObject({
      name: '[#1234] The server is on fire.',
      severity: 'P1',
    });
  });

  it.each<[string, string | null, object[], string | undefined]>([
    [
      'the worst alert',
      'high',
      [WARNING, { ...WARNING, severity: 'error' }],
      'error',
    ],
    [
      'a critical alert beside an unknown one',
      'low',
      [{ ...WARNING, severity: null }, CRITICAL],
      'critical',
    ],
    [
      'a high urgency beside an unknown one',
      'high',
      [WARNING, { ...WARNING, severity: 'odd' }],
      'high urgency',
    ],
    [
      'a low urgency beside an unknown one',
      'low',
      [{ ...WARNING, severity: null }],
      'low urgency',
    ],
    ['a high urgency', 'high', [], 'high urgency'],
    ['a low urgency', 'low', [], 'low'],
    ['nothing', null, [], undefined],
    [
      'alerts that still fire',
      'high',
      [WARNING, { ...CRITICAL, status: 'resolved' }],
      'warning',
    ],
  ])('takes the severity from %s', async (_what, urgency, alerts, severity) => {
    await expect(
      severityOf(urgency, { body: { alerts, more: false } }),
    ).resolves.toMatchObject({ severity });
  });

  it.each<[string, Answer]>([
    ['not be read', { body: {}, status: 500 }],
    ['be read in part only', { body: { alerts: [WARNING], more: true } }],
  ])(
    'never takes a severity for known if alerts can %s',
    async (_how, alerts) => {
      for (const urgency of ['high', 'low']) {
        const { severity, warn } = await severityOf(urgency, alerts);
        expect(severity).toBe(`${urgency} urgency`);
        expect(warn).toHaveBeenCalledTimes(alerts.status ? 1 : 0);
      }
    },
  );

  it('reads the alerts of so many incidents, and shows the others too', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...TRIGGERED,
      id: `P${index}`,
    }));
    const { alerts, paths } = await read({ [INCIDENTS]: pageOf(many) });
    expect(alerts).toHaveLength(30);
    expect(paths.filter(path => path.includes('/alerts?'))).toHaveLength(20);
  });

  it.each<[string, Answers, RegExp]>([
    [
      'the service is not there',
      { '/services/PIJ90N7': { body: {}, status: 404 } },
      /404 Not Found.*PIJ90N7/,
    ],
    [
      'the service is disabled',
      {
        '/services/PIJ90N7': {
          body: { service: { ...service.service, status: 'disabled' } },
        },
        [INCIDENTS]: pageOf([]),
      },
      /service 'PIJ90N7' is disabled/,
    ],
    [
      'the service is in maintenance, without an incident from before',
      {
        '/services/PIJ90N7': {
          body: { service: { ...service.service, status: 'maintenance' } },
        },
        [INCIDENTS]: pageOf([]),
      },
      /service 'PIJ90N7' is in a maintenance window/,
    ],
    [
      'the list is refused',
      { [INCIDENTS]: { body: {}, status: 403 } },
      /403 Forbidden.*open incidents of the service 'PIJ90N7'/,
    ],
    [
      'the list never ends',
      { [INCIDENTS]: pageOf([ACKNOWLEDGED], true) },
      /more open incidents of the service 'PIJ90N7' than Handover reads/,
    ],
    [
      'a page is empty and promises more',
      { [INCIDENTS]: pageOf([], true) },
      /more open incidents/,
    ],
    [
      'nothing says that the list has ended',
      { [INCIDENTS]: { body: { incidents: [] } } },
      /unexpected response/,
    ],
    [
      'an incident has no time',
      { [INCIDENTS]: pageOf([{ ...TRIGGERED, created_at: 'today' }]) },
      /unexpected response/,
    ],
    [
      'an incident belongs to no service',
      { [INCIDENTS]: pageOf([{ ...TRIGGERED, service: null }]) },
      /unexpected response/,
    ],
  ])('never says that nothing fires if %s', async (_why, changes, message) => {
    await expect(read(changes)).rejects.toThrow(message);
  });

  it('asks nothing of an account that limits requests', async () => {
    const { url, requests } = await start(
      answering({ [INCIDENTS]: { body: {}, status: 429 } }),
    );
    const provider = providerOf(url);
    await expect(fetchFrom(provider, { entity: byId })).rejects.toThrow();
    const asked = requests.length;
    await expect(fetchFrom(provider, { entity: byKey })).rejects.toThrow();
    expect(requests).toHaveLength(asked);
  });

  it('applies to entities with an annotation', () => {
    const provider = providerOf('https://api.example.com');
    expect(
      [byId, byKey, component({})].map(e => provider.appliesTo(e)),
    ).toEqual([true, true, false]);
  });

  it('is not there if incidents are not to be read', () => {
    const off = { alerts: { enabled: false } };
    expect(providerOf('https://api.example.com', off)).toBeUndefined();
  });

  describe.each([
    ['its id', byId],
    ['an integration key', byKey],
  ])('of a service by %s', (_how, entity) => {
    describeHostileUpstream(({ url, secret }) => ({
      provider: providerOf(url, { apiToken: secret }),
      entity,
    }));
  });
});
