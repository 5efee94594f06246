import {
  describeHostileUpstream,
  fetchFrom,
  sendJson,
  useUpstreams,
} from '@backstage-handover/plugin-handover-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import alerts from './__fixtures__/alerts.json';
import silence from './__fixtures__/silence.json';
import { AlertmanagerProvider } from './AlertmanagerProvider';

const component = (
  annotations: Record<string, string> = {},
  kind = 'Component',
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'orders', annotations },
});

const providersOf = (...instances: JsonObject[]) =>
  AlertmanagerProvider.fromConfig(
    new ConfigReader({ handover: { alertmanager: { instances } } }),
  );

const alertmanagerThat = useUpstreams();

/** Answers as the recorded one did. */
const recorded = (answers: { silence?: number } = {}) =>
  alertmanagerThat((request, response) => {
    if (request.url?.startsWith('/api/v2/alerts?')) {
      sendJson(response, alerts);
    } else if (request.url === `/api/v2/silence/${silence.id}`) {
      sendJson(response, silence, { status: answers.silence ?? 200 });
    } else {
      sendJson(response, {}, { status: 404 });
    }
  });

const filtersOf = ({ path }: { path: string }) =>
  new URL(path, 'http://alertmanager').searchParams.getAll('filter');

describe('AlertmanagerProvider', () => {
  it('reads the alerts of a component by its name', async () => {
    const { url, requests } = await recorded();
    const [provider] = providersOf({
      name: 'main',
      url: `${url}/`,
      externalUrl: 'https://alertmanager.example.com/eu',
      environmentLabel: 'env',
      environment: 'staging',
      headers: { Authorization: 'Bearer token', 'X-Scope-OrgID': 'shop' },
    });
    expect(provider).toMatchObject({
      id: 'alertmanager:main',
      title: 'Alertmanager',
    });
    const [errors, queue, latency] = await fetchFrom(provider, {
      entity: component(),
    });
    expect(errors).toEqual({
      id: '767bba14a1e4ade1',
      name: 'OrdersErrorRateHigh',
      severity: 'critical',
      summary: '2.1 % of orders fail',
      since: '2026-11-29T00:40:00.000Z',
      labels: { cluster: 'eu', env: 'prod', service: 'orders' },
      url: `https://alertmanager.example.com/eu/#/alerts?silenced=true&inhibited=true&active=true&filter=${encodeURIComponent(
        '{alertname="OrdersErrorRateHigh", service="orders"}',
      )}`,
      runbookUrl: 'https://runbooks.example.com/orders',
      environment: 'prod',
    });
    expect(queue).toMatchObject({
      name: 'OrdersQueueLong',
      silenced: {
        until: '2036-11-29T09:00:00.000Z',
        by: 'ada',
        comment: 'Known, see OPS-42',
      },
      environment: 'staging',
    });
    expect(latency).toMatchObject({
      summary: 'p99 is 900 ms',
      inhibited: true,
    });
    expect(filtersOf(requests[0])).toEqual(['service="orders"']);
    expect(requests[0].headers).toMatchObject({
      authorization: 'Bearer token',
      'x-scope-orgid': 'shop',
    });
  });

  it('says that an alert is silenced even if the silence cannot be read', async () => {
    const { url } = await recorded({ silence: 500 });
    const logger = mockServices.logger.mock();
    const [provider] = providersOf({ name: 'main', url });
    const [, queue] = await fetchFrom(provider, {
      entity: component(),
      logger,
    });
    expect(queue.silenced).toEqual({});
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/lacks details: Alertmanager answered 500/),
    );
  });

  it.each<[Record<string, string>, string[]]>([
    [{ 'prometheus.io/alert': 'A, B.*' }, ['alertname=~"A|B\\\\.\\\\*"']],
    [{ 'prometheus.io/alert': 'A' }, ['alertname="A"']],
    [{ 'prometheus.io/alert': 'all' }, []],
    [
      { 'prometheus.io/alert': 'all', 'prometheus.io/labels': 'a=b, c="d"' },
      ['a="b"', 'c="d"'],
    ],
    [{ 'prometheus.io/labels': 'a=x\\y' }, ['a="x\\\\y"']],
  ])(
    'asks for the annotations %j and the filters',
    async (annotations, filters) => {
      const { url, requests } = await recorded();
      const [provider] = providersOf({
        name: 'main',
        url,
        filters: ['env!="dev"'],
      });
      await fetchFrom(provider, { entity: component(annotations) });
      expect(filtersOf(requests[0])).toEqual([...filters, 'env!="dev"']);
    },
  );

  it('is only asked for what it can have alerts of', () => {
    const url = 'https://alertmanager.example.com';
    const [main, none] = providersOf(
      { name: 'main', url, entityLabel: 'app' },
      { name: 'none', url, entityLabel: 'none' },
    );
    const annotated = component({ 'prometheus.io/labels': 'a=b' }, 'System');
    const named = (name: string) =>
      component({
        'prometheus.io/labels': 'a=b',
        'prometheus.io/service-name': name,
      });
    const applies = (entity: ReturnType<typeof component>) =>
      [main, none].map(each => each.appliesTo(entity));
    expect(main.title).toBe("Alertmanager 'main'");
    expect(applies(component())).toEqual([true, false]);
    expect(applies(component({}, 'System'))).toEqual([false, false]);
    expect(applies(annotated)).toEqual([true, true]);
    expect(applies(named('none'))).toEqual([false, true]);
    expect(applies(named('other'))).toEqual([true, false]);
  });

  it.each<[Record<string, string>, string]>([
    [
      { 'prometheus.io/labels': 'orders' },
      "Invalid annotation 'prometheus.io/labels' of component:default/orders: must be a list of labels such as 'service=orders,team=shop'",
    ],
    [
      { 'prometheus.io/labels': 'a!=b' },
      "Invalid annotation 'prometheus.io/labels' of component:default/orders",
    ],
    [
      { 'prometheus.io/alert': ', ,' },
      "Invalid annotation 'prometheus.io/alert' of component:default/orders: must be a list of 1 to 50 values",
    ],
    [
      { 'prometheus.io/service-name': 'other' },
      "There is no Alertmanager 'other' in the configuration at 'handover.alertmanager.instances'",
    ],
  ])(
    'says what is wrong with the annotations %j',
    async (annotations, message) => {
      const { url, requests } = await recorded();
      const [provider] = providersOf({ name: 'main', url });
      await expect(
        fetchFrom(provider, { entity: component(annotations) }),
      ).rejects.toThrow(message);
      expect(requests).toEqual([]);
    },
  );

  describeHostileUpstream(({ url, secret }) => ({
    provider: providersOf({
      name: 'main',
      url,
      headers: { Authorization: `Bearer ${secret}` },
    })[0],
    entity: component(),
  }));
});

describe('the configuration', () => {
  const url = 'https://alertmanager.example.com';
  const read =
    (...instances: JsonObject[]) =>
    () =>
      providersOf(...instances);

  it.each<[string, JsonObject[], string]>([
    ['no name', [{ name: ' ', url }], 'must not be empty'],
    [
      'a wrong URL',
      [{ name: 'a', url: 'ftp://a' }],
      "of the Alertmanager 'a' at 'handover.alertmanager.instances'",
    ],
    [
      'a wrong external URL',
      [{ name: 'a', url, externalUrl: 'x' }],
      'must begin with https://',
    ],
    [
      'two of one name',
      [
        { name: 'a', url },
        { name: 'a', url },
      ],
      "Two entries at 'handover.alertmanager.instances' have the name 'a'",
    ],
    [
      'a wrong label',
      [{ name: 'a', url, entityLabel: 'a-b' }],
      "Invalid 'entityLabel'",
    ],
    [
      'a wrong filter',
      [{ name: 'a', url, filters: ['severity'] }],
      "Invalid filter 'severity'",
    ],
    [
      'a wrong operator',
      [{ name: 'a', url, filters: ['a==b'] }],
      "Invalid filter 'a==b'",
    ],
  ])('refuses %s', (_, instances, message) => {
    expect(read(...instances)).toThrow(message);
  });

  it('refuses a header without showing its value', () => {
    const refused = read({
      name: 'a',
      url,
      headers: { Authorization: 'tok\nen' },
    });
    expect(refused).toThrow("Invalid header 'Authorization'");
    expect(refused).not.toThrow('tok');
  });
});
