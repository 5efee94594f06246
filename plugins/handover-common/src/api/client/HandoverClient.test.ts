import { ResponseError } from '@backstage/errors';
import { HandoverClient } from './HandoverClient';
import { problemsOfError } from '../problems';

const BASE = 'https://backstage.example.com/api/handover';

function clientAnswering(body: unknown, status = 200) {
  const requests: Request[] = [];
  // Like Backstage's middlewares, each of which makes a request of its own to
  // look at, before it passes on what it got.
  const fetch = jest.fn(
    async (input: RequestInfo | URL, init?: RequestInit) => {
      for (let middleware = 0; middleware < 2; middleware++) {
        requests[0] = new Request(input, init);
      }
      return new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      });
    },
  );
  const client = new HandoverClient({
    discoveryApi: {
      getBaseUrl: async plugin => BASE.replace('handover', plugin),
    },
    fetchApi: { fetch },
  });
  const sent = async () => {
    const [request] = requests;
    const text = await request.clone().text();
    return {
      url: request.url.replace(BASE, ''),
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: text ? JSON.parse(text) : undefined,
    };
  };
  return { client, fetch, requests, sent };
}

const ORDERS = 'component:default/orders';

describe('HandoverClient', () => {
  const REQUESTS: [string, (client: HandoverClient) => Promise<unknown>][] = [
    ['/documents/component/default/orders', c => c.documents.get(ORDERS)],
    ['/documents', c => c.documents.list()],
    [
      '/documents?owner=group%3Adefault%2Fshop&owner=user%3Adefault%2Fada&stale=false&limit=10',
      c =>
        c.documents.list({
          owner: ['group:default/shop', 'user:default/ada'],
          stale: false,
          limit: 10,
        }),
    ],
    [
      '/documents/summary?owner=group%3Adefault%2Fshop&ownerTree=true&groupBy=system',
      c =>
        c.documents.getSummary({
          owner: ['group:default/shop'],
          ownerTree: true,
          groupBy: 'system',
        }),
    ],
    [
      '/documents/component/default/orders/revisions?cursor=a%2Bb',
      c => c.documents.listRevisions(ORDERS, { cursor: 'a+b' }),
    ],
    [
      '/documents/component/default/orders/revisions/3',
      c => c.documents.getRevision(ORDERS, 3),
    ],
    [
      '/documents/component/default/orders/diff?from=1&to=2',
      c => c.documents.getDiff(ORDERS, { from: 1, to: 2 }),
    ],
    [
      '/gate/component/default/orders?environment=production%20eu&at=2026-11-30T10%3A00%3A00%2B05%3A30',
      c =>
        c.gate.getDecision(ORDERS, {
          environment: 'production eu',
          at: '2026-11-30T10:00:00+05:30',
        }),
    ],
    [
      '/gate/component/default/orders/environments?change=rollback',
      c => c.gate.getDecisions(ORDERS, { change: 'rollback' }),
    ],
    [
      '/gate/component/default/orders/occurrences?from=2026-11-01T00%3A00%3A00Z&to=2026-12-01T00%3A00%3A00Z',
      c =>
        c.gate.getOccurrences(ORDERS, {
          from: '2026-11-01T00:00:00Z',
          to: '2026-12-01T00:00:00Z',
        }),
    ],
    [
      '/delivery/component/default/orders/runs?limit=20',
      c => c.delivery.listRuns(ORDERS, { limit: 20 }),
    ],
    [
      '/delivery/component/default/orders/deployments?environment=stable',
      c => c.delivery.listDeployments(ORDERS, { environment: 'stable' }),
    ],
    [
      '/delivery/component/default/orders/promotion',
      c => c.delivery.getPromotion(ORDERS),
    ],
    [
      '/delivery/component/default/orders/metrics?days=90',
      c => c.delivery.getMetrics(ORDERS, { days: 90 }),
    ],
    ['/calendars', c => c.calendars.list()],
    ['/calendars/year-end', c => c.calendars.get('year-end')],
    ['/alerts/component/default/orders', c => c.alerts.list(ORDERS)],
    ['/triggers/component/default/orders', c => c.triggers.get(ORDERS)],
    ['/oncall/component/default/orders', c => c.onCall.get(ORDERS)],
    ['/schema.json', c => c.documents.getSchema()],
  ];

  it.each(REQUESTS)('gets %s', async (url, call) => {
    const answer = { an: 'answer' };
    const { client, sent } = clientAnswering(answer);
    await expect(call(client)).resolves.toEqual(answer);
    expect(await sent()).toEqual({
      url,
      method: 'GET',
      headers: { accept: 'application/json' },
      body: undefined,
    });
  });

  it('sends the revision that a change was made from as a condition', async () => {
    const first = clientAnswering({});
    await first.client.documents.put(ORDERS, 'kind: Handover');
    expect(await first.sent()).toEqual({
      url: '/documents/component/default/orders',
      method: 'PUT',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'if-none-match': '*',
      },
      body: { yaml: 'kind: Handover' },
    });

    const later = clientAnswering({});
    await later.client.documents.put(
      ORDERS,
      'kind: Handover',
      { ifMatch: 3, message: 'Why' },
      { token: 'abc' },
    );
    expect(await later.sent()).toMatchObject({
      headers: { 'if-match': '"3"', authorization: 'Bearer abc' },
      body: { yaml: 'kind: Handover', message: 'Why' },
    });
  });

  it('pages whoever is on call', async () => {
    const { client, sent } = clientAnswering({});
    const page = { provider: 'pagerduty', target: 'P1', message: 'Come.' };
    await client.onCall.page(ORDERS, page);
    expect(await sent()).toMatchObject({
      url: '/oncall/component/default/orders/page',
      method: 'POST',
      body: page,
    });
  });

  it('returns the URL of the calendar feed', async () => {
    const { client } = clientAnswering({});
    await expect(client.gate.getCalendarUrl(ORDERS)).resolves.toBe(
      `${BASE}/gate/component/default/orders/calendar.ics`,
    );
  });

  it('encodes names, so that no name becomes another path', async () => {
    const { client, sent } = clientAnswering({});
    await client.documents.get('component:default/..%2F..%2Fgate');
    expect((await sent()).url).toBe(
      '/documents/component/default/..%252F..%252Fgate',
    );
  });

  it.each(['component:default/..', 'component:./orders'])(
    'refuses to request %s, which a URL cannot name',
    async entityRef => {
      const { client, fetch } = clientAnswering({});
      await expect(client.gate.getDecisions(entityRef)).rejects.toThrow(
        /^The (name '\.\.'|namespace '\.') is not valid$/,
      );
      await expect(client.gate.getCalendarUrl(entityRef)).rejects.toThrow(
        'is not valid',
      );
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  it('rejects a response without a body', async () => {
    const client = new HandoverClient({
      discoveryApi: { getBaseUrl: async () => BASE },
      fetchApi: { fetch: async () => new Response(null, { status: 204 }) },
    });
    await expect(client.gate.getDecisions(ORDERS)).rejects.toThrow(
      'has no body',
    );
  });

  it('passes on the signal that cancels a request', async () => {
    const { client, requests } = clientAnswering({});
    const abort = new AbortController();
    await client.documents.get(ORDERS, { signal: abort.signal });
    const [{ signal }] = requests;
    expect(signal.aborted).toBe(false);
    abort.abort();
    expect(signal.aborted).toBe(true);
  });

  it('rejects with the error and the problems of the response', async () => {
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
    const error = await client.documents
      .put(ORDERS, 'kind: x')
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
