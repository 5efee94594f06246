import handoverPlugin from '@backstage-handover/plugin-handover-backend';
import { fetchFrom } from '@backstage-handover/plugin-handover-node/testUtils';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  findAlertmanager,
  startAlertmanager,
} from './__testUtils__/startAlertmanager';
import { AlertmanagerProvider } from './AlertmanagerProvider';
import alertmanagerModule from '.';

jest.setTimeout(60_000);

const binary = findAlertmanager();
/** Before now, whatever the clock says: the end that Alertmanager adds comes after it. */
const SINCE = new Date(Date.now() - 3_600_000).toISOString();

const component = (name: string, annotations: Record<string, string> = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
});

const alert = (alertname: string, labels: Record<string, string>) => ({
  labels: { alertname, ...labels },
  annotations: { summary: `${alertname} fires` },
  startsAt: SINCE,
});

const tricky = 'a "quoted" \\ name';

const providerOf = (url: string, more: object = {}) =>
  AlertmanagerProvider.fromConfig(
    new ConfigReader({
      handover: {
        alertmanager: { instances: [{ name: 'main', url, ...more }] },
      },
    }),
  )[0];

// apt-get install prometheus-alertmanager
(binary ? describe : describe.skip)(
  `a real Alertmanager (${binary ?? 'not installed'})`,
  () => {
    let alertmanager: Awaited<ReturnType<typeof startAlertmanager>>;

    beforeAll(async () => {
      alertmanager = await startAlertmanager(binary!);
      await alertmanager.post('alerts', [
        alert('Errors', { service: 'orders', severity: 'critical' }),
        alert('Slow', {
          service: 'orders',
          severity: 'warning',
          cluster: 'eu',
        }),
        alert('Queue', { service: 'orders', severity: 'info' }),
        alert('NodeDown', { service: 'nodes', cluster: 'eu' }),
        alert(tricky, { team: 'shop' }),
        alert('Errors.', { team: 'shop' }),
        alert('ErrorsX', { team: 'shop' }),
      ]);
      await alertmanager.post('silences', {
        matchers: [{ name: 'alertname', value: 'Queue', isRegex: false }],
        startsAt: SINCE,
        endsAt: '2096-01-01T00:00:00Z',
        createdBy: 'ada',
        comment: 'Known',
      });
    }, 30_000);
    afterAll(() => alertmanager?.stop());

    const namesFor = async (annotations: Record<string, string>, more = {}) => {
      const provider = providerOf(alertmanager.url, more);
      const alerts = await fetchFrom(provider, {
        entity: component('orders', annotations),
      });
      return alerts.map(({ name }) => name).sort();
    };

    it('has the alerts of a component by its name, silenced and inhibited ones included', async () => {
      const alerts = await fetchFrom(providerOf(alertmanager.url), {
        entity: component('orders'),
      });
      const byName = new Map(alerts.map(each => [each.name, each]));
      expect([...byName.keys()].sort()).toEqual(['Errors', 'Queue', 'Slow']);
      expect(byName.get('Errors')).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        name: 'Errors',
        severity: 'critical',
        summary: 'Errors fires',
        since: SINCE,
        labels: { service: 'orders' },
        url: expect.stringContaining(`${alertmanager.url}/#/alerts?`),
      });
      expect(byName.get('Queue')?.silenced).toEqual({
        until: '2096-01-01T00:00:00.000Z',
        by: 'ada',
        comment: 'Known',
      });
      expect(byName.get('Slow')).toMatchObject({ inhibited: true });
    });

    it.each<[Record<string, string>, string[]]>([
      [{ 'prometheus.io/alert': 'Errors' }, ['Errors']],
      [
        { 'prometheus.io/alert': `${tricky}, Errors.` },
        ['Errors.', tricky].sort(),
      ],
      [
        { 'prometheus.io/labels': 'team=shop' },
        ['Errors.', 'ErrorsX', tricky].sort(),
      ],
      [
        {
          'prometheus.io/alert': 'all',
          'prometheus.io/labels': 'service="orders", severity=info',
        },
        ['Queue'],
      ],
      [
        {
          'prometheus.io/alert': 'Errors',
          'prometheus.io/labels': 'team=shop',
        },
        [],
      ],
    ])('understands the annotations %j', async (annotations, names) => {
      await expect(namesFor(annotations)).resolves.toEqual(names);
    });

    it('has all alerts for "all", as far as the filters of the instance allow', async () => {
      await expect(
        namesFor(
          { 'prometheus.io/alert': 'all' },
          { filters: ['team!="shop"', 'severity=~"critical|warning"'] },
        ),
      ).resolves.toEqual(['Errors', 'Slow']);
    });

    it('is asked by the backend', async () => {
      const instance = { name: 'main', url: alertmanager.url };
      const backend = await startTestBackend({
        features: [
          handoverPlugin,
          alertmanagerModule,
          catalogServiceMock.factory({ entities: [component('orders')] }),
          mockServices.permissions.factory(),
          mockServices.rootConfig.factory({
            data: {
              backend: {
                database: { client: 'better-sqlite3', connection: ':memory:' },
              },
              handover: { alertmanager: { instances: [instance] } },
            },
          }),
        ],
      });
      const response = await fetch(
        `http://localhost:${backend.server.port()}/api/handover/alerts/component/default/orders`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      await expect(response.json()).resolves.toMatchObject({
        items: [{ name: 'Errors' }, { name: 'Slow' }, { name: 'Queue' }],
        providers: [{ id: 'alertmanager:main', status: 'ok' }],
      });
      await backend.stop();
    });
  },
);
