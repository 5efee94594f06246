import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { openapi } from '@backstage-handover/plugin-handover-common/api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import request from 'supertest';
import {
  as,
  asService,
  component,
  nobody,
  startHandoverBackend,
} from './__testUtils__/startHandoverBackend';
import { publicPaths, readRoutes, type Route } from './openapi/routes';

jest.setTimeout(60_000);

const DOCUMENT = '/documents/component/default/orders';

describe('the audit log', () => {
  const auditor = mockServices.auditor.mock();
  const failed: { eventId: string; error: Error }[] = [];
  let api: Awaited<ReturnType<typeof startHandoverBackend>>;

  beforeAll(async () => {
    auditor.createEvent.mockImplementation(async ({ eventId }) => ({
      success: async () => {},
      fail: async ({ error }) => {
        failed.push({ eventId, error });
      },
    }));
    api = await startHandoverBackend({
      entities: [component('orders')],
      auditor,
      extra: [
        createBackendPlugin({
          pluginId: 'handovers',
          register(env) {
            env.registerInit({
              deps: { httpRouter: coreServices.httpRouter },
              async init() {},
            });
          },
        }),
      ],
    });
  });

  afterAll(() => api.stop());

  it.each<[number, string, () => Promise<{ status: number }>]>([
    [400, 'a query', () => api.get('/documents?limit=none')],
    [400, 'a body', () => api.post('/documents/validate', { yml: '' })],
    [400, 'an address', () => api.get('/documents/component/default/a%00b')],
    [403, 'a caller', () => api.get('/events', as('user:default/ada'))],
    [
      413,
      'a length',
      () => api.post('/documents/validate', 'a'.repeat(1_100_000)),
    ],
    [
      415,
      'a type',
      () =>
        api.post('/documents/validate', 'x', { 'Content-Type': 'text/html' }),
    ],
    [428, 'a missing condition', () => api.put(DOCUMENT, 'kind: Handover')],
  ])('has one event for a refusal with %s: %s', async (status, _, send) => {
    failed.length = 0;
    const response = await send();
    expect(response.status).toBe(status);
    expect(failed).toEqual([
      { eventId: 'request-refuse', error: expect.any(Error) },
    ]);
  });

  it('has one event for a request that fails later, and none more', async () => {
    failed.length = 0;
    await api.get('/documents/component/default/nothing', asService());
    expect(failed).toEqual([
      { eventId: 'document-fetch', error: expect.any(Error) },
    ]);
  });

  it('answers the same if nothing can be recorded', async () => {
    failed.length = 0;
    auditor.createEvent.mockRejectedValueOnce(new Error('No credentials'));
    const response = await api.get('/documents?limit=none');
    expect(response.status).toBe(400);
    expect(failed).toHaveLength(1);
    expect(auditor.createEvent).toHaveBeenLastCalledWith({
      eventId: 'request-refuse',
      severityLevel: 'low',
      meta: expect.objectContaining({ credentials: 'invalid', method: 'GET' }),
    });

    auditor.createEvent
      .mockRejectedValueOnce(new Error('Down'))
      .mockRejectedValueOnce(new Error('Down'));
    expect((await api.get('/documents?limit=none')).status).toBe(400);
  });

  const routes = readRoutes(openapi);
  const isPublic = ({ path, scheme }: Route) =>
    publicPaths(routes).includes(path) && scheme === undefined;
  const urlOf = ({ path }: { path: string }) =>
    `/api/handover${path.replace(/:\w+/g, 'x')}`;

  /** Resolves as soon as so many events failed. */
  const failures = (count: number) =>
    new Promise<void>(resolve => {
      const check = () =>
        failed.length < count ? setImmediate(check) : resolve();
      check();
    });

  it.each([
    ['no', mockCredentials.none.header()],
    ['invalid', mockCredentials.user.invalidHeader()],
  ])(
    'has one event for every route that is called with %s credentials',
    async (_, authorization) => {
      const secured = [
        ...routes.filter(route => !isPublic(route)),
        // Not described, and closed all the same.
        { method: 'get', path: '/unknown' } as const,
        { method: 'get', path: '' } as const,
      ];
      expect(secured.length).toBeGreaterThan(20);
      failed.length = 0;
      auditor.createEvent.mockClear();
      for (const route of secured) {
        const response = await request(api.server)
          [route.method](urlOf(route))
          .set('Authorization', authorization);
        expect({ ...route, status: response.status }).toEqual({
          ...route,
          status: 401,
        });
      }
      await failures(secured.length);
      expect(
        auditor.createEvent.mock.calls.map(([event]) => ({
          eventId: event.eventId,
          method: event.request?.method.toLowerCase(),
          url: event.request?.originalUrl,
        })),
      ).toEqual(
        secured.map(route => ({
          eventId: 'request-refuse',
          method: route.method,
          url: urlOf(route),
        })),
      );
      expect(failed).toHaveLength(secured.length);
    },
  );

  it('has no event for the schema and for other plugins, and one for a badge', async () => {
    failed.length = 0;
    auditor.createEvent.mockClear();
    for (const route of routes.filter(isPublic)) {
      const response = await request(api.server)[route.method](urlOf(route));
      expect(response.status).not.toBe(401);
    }
    const [other, own] = ['/api/handovers', '/API/Handover?x'].map(path =>
      request(api.server).get(path).set(nobody),
    );
    expect((await other).status).toBe(401);
    expect((await own).status).toBe(401);
    await failures(2);
    expect(
      auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId),
    ).toEqual(['scorecard-fetch', 'request-refuse']);
  });
});
