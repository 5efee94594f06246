import { mockServices } from '@backstage/backend-test-utils';
import {
  as,
  asService,
  component,
  startHandoverBackend,
} from './__testUtils__/startHandoverBackend';

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
});
