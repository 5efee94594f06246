import { readdirSync, readFileSync } from 'node:fs';
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

describe('a NUL in a request', () => {
  const databases = createTestDatabases();

  it.each(databases.eachSupportedId())(
    'is refused or left out, and never fails the database, %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const { agent, stop } = await startHandoverBackend({
        entities: [component('orders')],
        database: { knex },
      });
      const send = (url: string, type: string, body: unknown) =>
        agent
          .post(`/api/handover${url}`)
          .set(asService())
          .set('Content-Type', type)
          .send(JSON.stringify(body));

      const failed: string[] = [];
      let accepted = 0;
      for (const fixture of fixtures) {
        const event = JSON.parse(
          readFileSync(path.join(FOLDER, fixture), 'utf8'),
        );
        const custom = { entityRef: ORDERS, commit: 'abc', branch: 'main' };
        for (const data of withNuls({ ...event, customData: custom })) {
          const { context, subject } = data as typeof event;
          const response = await send(
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
          accepted += response.status === 200 ? 1 : 0;
          if (![200, 400].includes(response.status)) {
            failed.push(`${fixture}: ${JSON.stringify(data)}`);
          }
        }
      }
      const decisions = withNuls({
        environment: 'production',
        changeId: '1',
        artifact: { version: '1', digest: 'sha256:a' },
      });
      for (const body of decisions) {
        const { status } = await send(
          '/gate/component/default/orders/decisions',
          'application/json',
          body,
        );
        if (![201, 400].includes(status)) {
          failed.push(`decisions: ${JSON.stringify(body)}`);
        }
      }
      expect(failed).toEqual([]);
      expect(accepted).toBeGreaterThan(0);
      await stop();
    },
  );
});
