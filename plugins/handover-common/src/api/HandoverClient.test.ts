import { ResponseError } from '@backstage/errors';
import { HandoverClient } from './HandoverClient';
import { problemsOfError } from './problems';

const BASE = 'https://backstage.example.com/api/handover';

function clientAnswering(body: unknown, status = 200) {
  const fetch = jest.fn(
    async (_url: RequestInfo | URL, _init?: RequestInit) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
  );
  const client = new HandoverClient({
    discoveryApi: {
      getBaseUrl: async plugin => BASE.replace('handover', plugin),
    },
    fetchApi: { fetch },
  });
  const sent = () => {
    const [url, init] = fetch.mock.calls[0];
    return {
      url: String(url).replace(BASE, ''),
      method: init?.method,
      headers: init?.headers as Record<string, string>,
      body:
        init?.body === undefined ? undefined : JSON.parse(String(init.body)),
    };
  };
  return { client, sent };
}

const ORDERS = 'component:default/orders';

describe('HandoverClient', () => {
  it.each<[string, (client: HandoverClient) => Promise<unknown>]>([
    ['/documents/component/default/orders', c => c.getDocument(ORDERS)],
    ['/documents', c => c.listDocuments()],
    [
      '/documents?owner=group%3Adefault%2Fshop&owner=user%3Adefault%2Fada&stale=false&limit=10',
      c =>
        c.listDocuments({
          owner: ['group:default/shop', 'user:default/ada'],
          stale: false,
          limit: 10,
        }),
    ],
    [
      '/documents/component/default/orders/revisions?cursor=a%2Bb',
      c => c.listRevisions(ORDERS, { cursor: 'a+b' }),
    ],
    [
      '/documents/component/default/orders/revisions/3',
      c => c.getRevision(ORDERS, 3),
    ],
    [
      '/documents/component/default/orders/diff?from=1&to=2',
      c => c.getDiff(ORDERS, { from: 1, to: 2 }),
    ],
    [
      '/gate/component/default/orders?environment=production+eu&at=2026-11-30T10%3A00%3A00%2B05%3A30',
      c =>
        c.getGateDecision(ORDERS, {
          environment: 'production eu',
          at: '2026-11-30T10:00:00+05:30',
        }),
    ],
    [
      '/gate/component/default/orders/environments?change=rollback',
      c => c.getGateDecisions(ORDERS, { change: 'rollback' }),
    ],
    [
      '/gate/component/default/orders/occurrences?from=2026-11-01T00%3A00%3A00Z&to=2026-12-01T00%3A00%3A00Z',
      c =>
        c.getOccurrences(ORDERS, {
          from: '2026-11-01T00:00:00Z',
          to: '2026-12-01T00:00:00Z',
        }),
    ],
    [
      '/delivery/component/default/orders/runs?limit=20',
      c => c.listRuns(ORDERS, { limit: 20 }),
    ],
    [
      '/delivery/component/default/orders/deployments?environment=stable',
      c => c.listDeployments(ORDERS, { environment: 'stable' }),
    ],
    [
      '/delivery/component/default/orders/promotion',
      c => c.getPromotion(ORDERS),
    ],
    [
      '/delivery/component/default/orders/metrics?days=90',
      c => c.getMetrics(ORDERS, { days: 90 }),
    ],
    ['/schema.json', c => c.getSchema()],
  ])('gets %s', async (url, call) => {
    const answer = { an: 'answer' };
    const { client, sent } = clientAnswering(answer);
    await expect(call(client)).resolves.toEqual(answer);
    expect(sent()).toMatchObject({ url, method: 'GET', body: undefined });
    expect(sent().headers).not.toHaveProperty('Authorization');
  });

  it('says what a change was made from', async () => {
    const first = clientAnswering({});
    await first.client.putDocument(ORDERS, 'kind: Handover');
    expect(first.sent()).toEqual({
      url: '/documents/component/default/orders',
      method: 'PUT',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        'If-None-Match': '*',
      },
      body: { yaml: 'kind: Handover' },
    });

    const later = clientAnswering({});
    await later.client.putDocument(
      ORDERS,
      'kind: Handover',
      { ifMatch: 3, message: 'Why' },
      { token: 'abc' },
    );
    expect(later.sent()).toMatchObject({
      headers: { 'If-Match': '"3"', Authorization: 'Bearer abc' },
      body: { yaml: 'kind: Handover', message: 'Why' },
    });
  });

  it('tells where the calendar feed is', async () => {
    const { client } = clientAnswering({});
    await expect(client.getCalendarUrl(ORDERS)).resolves.toBe(
      `${BASE}/gate/component/default/orders/calendar.ics`,
    );
  });

  it('keeps a name that is no reference from becoming another path', async () => {
    const { client, sent } = clientAnswering({});
    await client.getDocument('component:default/..%2F..%2Fgate');
    expect(sent().url).toBe('/documents/component/default/..%252F..%252Fgate');
  });

  it('rejects with the error and the problems that the backend lists', async () => {
    const problems = [
      { path: 'kind', line: 2, message: 'wrong', severity: 'error' },
    ];
    const { client } = clientAnswering(
      {
        error: { name: 'InputError', message: 'The document …', problems },
        response: { statusCode: 400 },
      },
      400,
    );
    const error = await client
      .putDocument(ORDERS, 'kind: x')
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      message: 'The document …',
      statusCode: 400,
      cause: { name: 'InputError' },
    });
    expect(problemsOfError(error)).toEqual(problems);
    expect(problemsOfError(new Error('other'))).toEqual([]);
  });
});
