import handoverPlugin from '@backstage-handover/plugin-handover-backend';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  findPrometheus,
  startPrometheus,
} from './__testUtils__/startPrometheus';
import prometheusModule from '.';

jest.setTimeout(60_000);

const programs = findPrometheus();

const STEP_S = 15;

/** Samples of the last hour and a half, up to now, in the OpenMetrics format. */
function samples(
  series: Record<string, (minutesAgo: number) => number | undefined>,
): string {
  const now = Math.floor(Date.now() / 1_000);
  const lines = Object.entries(series).flatMap(([name, valueAt]) =>
    Array.from({ length: 360 }, (_, index) => (359 - index) * STEP_S).flatMap(
      age => {
        const value = valueAt(age / 60);
        return value === undefined ? [] : [`${name} ${value} ${now - age}`];
      },
    ),
  );
  return `${lines.join('\n')}\n# EOF\n`;
}

/** Requests since the beginning: ten a second, of which a share fails. */
const total = (minutesAgo: number) => (90 - minutesAgo) * 600;
const failed = (minutesAgo: number) => Math.max(0, 10 - minutesAgo) * 30;

const METRICS = {
  'requests_total{code="200"}': (ago: number) => total(ago) - failed(ago),
  'requests_total{code="500"}': failed,
  latency_seconds: () => 0.2,
  'queue{pod="a"}': () => 1,
  'queue{pod="b"}': () => 1,
  ended: (ago: number) => (ago > 20 ? 1 : undefined),
};

const ERRORS =
  'sum(rate(requests_total{code="500"}[2m])) / sum(rate(requests_total[2m]))';

const HANDOVER = `apiVersion: handover.dev/v1
kind: Handover
rollback:
  triggers:
    - { text: 5 % fail for five minutes, query: '${ERRORS}', above: 0.04, for: PT5M }
    - { text: 5 % fail for half an hour, query: '${ERRORS}', above: 0.04, for: PT30M }
    - { text: Slow, query: latency_seconds * 1000, above: 500 }
    - { text: Several, query: queue, above: 0 }
    - { text: Added up, query: sum(queue), below: 3 }
    - { text: Ended, query: ended, above: 0 }
    - { text: Absent, query: absent_metric, above: 0 }
    - { text: No number, query: latency_seconds * 0 / 0, above: 0 }
    - { text: Wrong, query: sum(, above: 0 }
    - { text: With a comparison, query: latency_seconds > 0.5, above: 0.5 }
`;

async function startWith(url: string) {
  return startTestBackend({
    features: [
      handoverPlugin,
      prometheusModule,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'orders' },
          },
        ],
      }),
      mockServices.permissions.factory(),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          handover: { prometheus: { instances: [{ name: 'main', url }] } },
        },
      }),
    ],
  });
}

// apt-get install prometheus
(programs ? describe : describe.skip)(
  `a real Prometheus (${programs?.prometheus ?? 'not installed'})`,
  () => {
    let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
    beforeAll(async () => {
      prometheus = await startPrometheus(programs!, samples(METRICS));
    }, 30_000);
    afterAll(() => prometheus?.stop());

    it('says of each trigger whether it is met, or why that is unknown', async () => {
      const backend = await startWith(prometheus.url);
      const call = (path: string, init: RequestInit = {}) =>
        fetch(`http://localhost:${backend.server.port()}/api/handover${path}`, {
          ...init,
          headers: {
            authorization: mockCredentials.user.header(),
            ...init.headers,
          },
        });
      await call('/documents/component/default/orders', {
        method: 'PUT',
        headers: { 'content-type': 'application/yaml', 'if-none-match': '*' },
        body: HANDOVER,
      });
      const response = await call('/triggers/component/default/orders');
      const { items, sources } = await response.json();
      await backend.stop();
      expect(sources).toMatchObject([{ id: 'prometheus:main', status: 'ok' }]);
      expect(
        items.map((item: Record<string, unknown>) => [
          item.text,
          item.state,
          item.reason ?? item.value,
        ]),
      ).toEqual([
        ['5 % fail for five minutes', 'met', expect.closeTo(0.05, 3)],
        ['5 % fail for half an hour', 'notMet', expect.closeTo(0.05, 3)],
        ['Slow', 'notMet', 200],
        ['Several', 'unknown', 'severalSeries'],
        ['Added up', 'met', 2],
        ['Ended', 'unknown', 'stale'],
        ['Absent', 'unknown', 'noData'],
        ['No number', 'unknown', 'notANumber'],
        ['Wrong', 'unknown', 'queryFailed'],
        ['With a comparison', 'unknown', 'noData'],
      ]);
      expect(items[8].message).toMatch(
        /^Prometheus rejected the query: .*parse/,
      );
      const [errors] = items;
      expect(errors.url).toBe(
        `${prometheus.url}/graph?${new URLSearchParams({
          'g0.expr': ERRORS,
          'g0.tab': '0',
          'g0.range_input': '1h',
        })}`,
      );
      // Within the last ten minutes, since the share began to rise.
      const age = (Date.now() - Date.parse(errors.since)) / 60_000;
      expect(age).toBeGreaterThan(6);
      expect(age).toBeLessThan(10);
      expect(errors.history.values).toHaveLength(121);
      expect(errors.history.values[0]).toBe(0);
    });
  },
);
