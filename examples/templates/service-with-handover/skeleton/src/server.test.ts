import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createService, type Health } from './server.js';

const health: Health = { ready: false };
const server = createService(health);
let url: string;

before(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => server.close());

test('is healthy while it runs', async () => {
  const response = await fetch(`${url}/healthz`);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { status: 'ok' });
});

test('is ready only when it can handle requests', async () => {
  assert.equal((await fetch(`${url}/readyz`)).status, 503);
  health.ready = true;
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
});

test('rejects unknown paths and methods', async () => {
  assert.equal((await fetch(`${url}/unknown`)).status, 404);
  assert.equal((await fetch(url, { method: 'POST' })).status, 405);
});
