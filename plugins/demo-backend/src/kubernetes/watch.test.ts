import express from 'express';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Clock } from '../world/types';
import { worldOf } from '../world/worldOf';
import { createKubernetesRouter } from './createKubernetesRouter';

it('sends what changes while a rollout goes on, until the time is over', async () => {
  const began = new Date('2026-11-21T10:00:00Z');
  let minutes = 1;
  const app = express().use(
    createKubernetesRouter(() => {
      const now = new Date(began.getTime() + minutes * 60_000);
      return { now, objects: worldOf('staging', new Clock(began, now)) };
    }),
  );
  const server = createServer(app).listen(0);
  await once(server, 'listening');
  const pods = `http://localhost:${
    (server.address() as AddressInfo).port
  }/api/v1/namespaces/storefront/pods`;
  const list = await (await fetch(pods)).json();
  expect(list.items).toHaveLength(5);

  const response = await fetch(
    `${pods}?watch=1&timeoutSeconds=3&resourceVersion=${list.metadata.resourceVersion}`,
  );
  // Two minutes on, the next pod is there, the one that started runs, and an old one is gone.
  minutes = 3;
  const seen: string[] = [];
  for await (const line of createInterface({
    input: Readable.fromWeb(response.body as ReadableStream),
  })) {
    const { type, object } = JSON.parse(line);
    const { phase } = object.status;
    seen.push(`${type} ${object.kind} ${phase}`);
  }
  expect(seen.sort()).toEqual([
    'ADDED Pod Pending',
    'DELETED Pod Running',
    'MODIFIED Pod Running',
  ]);
  server.close();
});
