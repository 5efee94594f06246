import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  as,
  component,
  nobody,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { handoverYaml } from './__testUtils__/documents';

jest.setTimeout(60_000);

const DOCUMENT = '/documents/component/default/orders';
const ada = as('user:default/ada');

let backend: Awaited<ReturnType<typeof startHandoverBackend>> | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

it('shows how the state of a document changed, a page at a time', async () => {
  backend = await startHandoverBackend({ entities: [component('orders')] });
  const { get, put, auditor } = backend;
  await put(DOCUMENT, handoverYaml('Takes orders'), {
    'If-None-Match': '*',
    ...ada,
  });
  await put(DOCUMENT, `${handoverYaml('Takes orders')}  users: [Everybody]\n`, {
    'If-Match': '"1"',
    ...ada,
  });
  auditor.createEvent.mockClear();

  const first = await get(`${DOCUMENT}/history?limit=2`, ada);
  expect(first.status).toBe(200);
  expect(first.body).toMatchObject({
    items: [
      { status: 'ok', revision: 2, stale: false },
      { status: 'ok', revision: 1, sections: { overview: 'partial' } },
    ],
    totalItems: 3,
    nextCursor: expect.any(String),
  });
  const [latest, before] = first.body.items;
  expect(latest.coverageRatio).toBeGreaterThan(before.coverageRatio);
  const second = await get(
    `${DOCUMENT}/history?cursor=${first.body.nextCursor}`,
    ada,
  );
  expect(second.body.items).toMatchObject([
    { status: 'missing', coverageRatio: 0 },
  ]);
  expect(second.body.items[0].revision).toBeUndefined();
  expect(auditor.createEvent.mock.calls[0][0]).toMatchObject({
    eventId: 'document-fetch',
    meta: {
      queryType: 'history',
      entityRef: 'component:default/orders',
    },
  });
});

it('hides the history of what the caller may not read or does not exist', async () => {
  backend = await startHandoverBackend({
    entities: [component('orders')],
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
  });
  expect((await backend.get(`${DOCUMENT}/history`, ada)).status).toBe(403);
  expect((await backend.get(`${DOCUMENT}/history`, nobody)).status).toBe(401);
  await backend.stop();

  backend = await startHandoverBackend({ entities: [component('orders')] });
  const gone = '/documents/component/default/gone/history';
  expect((await backend.get(gone, ada)).status).toBe(404);
  expect(
    (await backend.get(`${DOCUMENT}/history?cursor=nonsense`, ada)).status,
  ).toBe(400);
  expect((await backend.get(`${DOCUMENT}/history?limit=501`, ada)).status).toBe(
    400,
  );
});
