import { readdirSync, readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import path from 'node:path';
import {
  asService,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../documents/__testUtils__/databases';

jest.setTimeout(180_000);

const FOLDER = path.join(__dirname, '__fixtures__/conformance/0.5.0');
const ORDERS = 'component:default/orders';

/** Copies of a value, each with a NUL in another one of its texts. */
function withNuls(value: unknown): unknown[] {
  if (typeof value === 'string') {
    return [`${value}\0`];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) =>
    withNuls(child).map(changed =>
      Object.assign(Array.isArray(value) ? [...value] : { ...value }, {
        [key]: changed,
      }),
    ),
  );
}

const fixtures = readdirSync(FOLDER).filter(name => name.endsWith('.json'));

type Send = (url: string, type: string, body: unknown) => Promise<number>;

/** Sends every event with each NUL, and returns how each was answered. */
async function sendEvents(send: Send) {
  const answers: { status: number; sent: string }[] = [];
  for (const fixture of fixtures) {
    const event = JSON.parse(readFileSync(path.join(FOLDER, fixture), 'utf8'));
    const custom = { entityRef: ORDERS, commit: 'abc', branch: 'main' };
    for (const data of withNuls({ ...event, customData: custom })) {
      const { context, subject } = data as typeof event;
      const status = await send(
        '/delivery/events',
        'application/cloudevents+json',
        {
          specversion: '1.0',
          id: context.id,
          source: context.source,
          type: context.type,
          subject: subject.id,
          time: context.timestamp,
          data,
        },
      );
      answers.push({ status, sent: `${fixture}: ${JSON.stringify(data)}` });
    }
  }
  return answers;
}

/** Records a decision with each NUL, and returns how each was answered. */
async function recordDecisions(send: Send) {
  const answers: { status: number; sent: string }[] = [];
  const bodies = withNuls({
    environment: 'production',
    changeId: '1',
    artifact: { version: '1', digest: 'sha256:a' },
  });
  for (const body of bodies) {
    const status = await send(
      '/gate/component/default/orders/decisions',
      'application/json',
      body,
    );
    answers.push({ status, sent: JSON.stringify(body) });
  }
  return answers;
}

describe('a NUL in a request', () => {
  const databases = createTestDatabases();
  let knex: Knex;
  let backend: Awaited<ReturnType<typeof startHandoverBackend>>;

  afterEach(async () => {
    await backend.stop();
    await knex.destroy();
  });

  it.each(databases.eachSupportedId())(
    'is refused or left out, and never fails the database, %s',
    async databaseId => {
      knex = await databases.init(databaseId);
      backend = await startHandoverBackend({
        entities: [component('orders')],
        database: { knex },
      });
      const send: Send = async (url, type, body) => {
        const { status } = await backend.agent
          .post(`/api/handover${url}`)
          .set(asService())
          .set('Content-Type', type)
          .send(JSON.stringify(body));
        return status;
      };

      const events = await sendEvents(send);
      const decisions = await recordDecisions(send);
      expect(
        events.filter(({ status }) => ![200, 400].includes(status)),
      ).toEqual([]);
      expect(
        decisions.filter(({ status }) => ![201, 400].includes(status)),
      ).toEqual([]);
      expect(events.some(({ status }) => status === 200)).toBe(true);
      expect(decisions.length).toBeGreaterThan(0);
    },
  );
});
