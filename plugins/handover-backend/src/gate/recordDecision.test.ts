import {
  type DecisionRecordedEvent,
  HandoverClient,
  type HandoverEvent,
} from '@backstage-handover/plugin-handover-common';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import {
  as,
  asService,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../documents/__testUtils__/databases';

jest.setTimeout(120_000);

const ORDERS = 'component:default/orders';
const PATH = '/gate/component/default/orders/decisions';
const FREEZE = `
apiVersion: handover.dev/v1
kind: Handover
windows:
  items:
    - id: freeze
      title: Freeze with a t0psecret title
      effect: deny
      environments: [production]
      schedule: { start: 2026-01-01, end: 2027-01-01, timeZone: Europe/Berlin }
`;

describe('recorded decisions', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let stop: () => Promise<void>;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });

    afterEach(async () => {
      await stop();
      await knex.destroy();
    });

    async function start(
      options: Partial<Parameters<typeof startHandoverBackend>[0]> = {},
    ) {
      const scheduler = mockServices.scheduler();
      const backend = await startHandoverBackend({
        entities: [component('orders')],
        database: { knex },
        extra: [
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
        ],
        ...options,
      });
      stop = backend.stop;
      await backend.put('/documents/component/default/orders', FREEZE, {
        'If-None-Match': '*',
      });
      const api = new HandoverClient({
        discoveryApi: {
          getBaseUrl: async plugin =>
            `http://localhost:${backend.server.port()}/api/${plugin}`,
        },
      });
      return {
        ...backend,
        api,
        relay: () => scheduler.triggerTask('handover-events-relay'),
      };
    }

    const recordedIn = (items: HandoverEvent[]) =>
      items.filter(({ topic }) => topic === 'handover.decision.recorded');

    it('say who asked for what, and are published without contents', async () => {
      const { api, relay } = await start();
      const asked = {
        environment: 'Prod',
        at: '2026-06-01T12:00:00Z',
        changeId: 'acme/orders/actions/runs/42',
        artifact: { version: '1.2.0', digest: 'sha256:abc' },
      };
      const recorded = await api.gate.recordDecision(ORDERS, asked, {
        token: mockCredentials.service.token(),
      });
      expect(recorded).toMatchObject({
        by: 'external:test-service',
        changeId: asked.changeId,
        artifact: asked.artifact,
        decision: { verdict: 'closed', environment: 'production' },
      });

      await relay();
      const token = mockCredentials.service.token();
      const missed = await api.events.replay(
        { topic: ['handover.decision.recorded'], limit: 10 },
        { token },
      );
      expect(missed.items).toEqual([
        {
          topic: 'handover.decision.recorded',
          payload: {
            id: expect.any(String),
            sequence: expect.any(Number),
            at: expect.any(String),
            entityRef: ORDERS,
            decisionId: recorded.id,
            environment: 'production',
            change: 'deploy',
            verdict: 'closed',
            decidedAt: recorded.decision.at,
            until: recorded.decision.until,
            by: 'external:test-service',
            changeId: asked.changeId,
            artifact: asked.artifact,
            revision: 1,
            calendars: [{ id: ORDERS, version: '1' }],
          } satisfies DecisionRecordedEvent,
        },
      ]);
      expect(JSON.stringify(missed)).not.toContain('t0psecret');
      await expect(
        api.events.replay({ after: missed.next }, { token }),
      ).resolves.toMatchObject({ items: [], hasMore: false, hasGap: false });
      await expect(
        api.events.replay({}, { token: mockCredentials.user.token() }),
      ).rejects.toMatchObject({ statusCode: 403 });
    });

    it('are the only ones: asking alone records nothing', async () => {
      const { api, get, post, relay } = await start();
      const token = mockCredentials.user.token('user:default/ada');
      await api.gate.getDecision(ORDERS, { environment: 'staging' }, { token });
      const recorded = await api.gate.recordDecision(
        ORDERS,
        { environment: 'produciton', change: 'rollback' },
        { token },
      );
      expect(recorded).toMatchObject({
        by: 'user:default/ada',
        decision: { verdict: 'unknown' },
      });
      for (const [body, status] of [
        [{}, 400],
        [{ environment: 'staging', artifact: {} }, 400],
        [{ environment: 'staging', at: '2026-06-01' }, 400],
        [{ environment: 'staging', who: 'me' }, 400],
      ] as const) {
        expect((await post(PATH, body)).status).toBe(status);
      }
      const unknown = PATH.replace('orders', 'nothing');
      expect((await post(unknown, { environment: 'staging' })).status).toBe(
        404,
      );

      await relay();
      const { body } = await get('/events', asService());
      expect(recordedIn(body.items)).toMatchObject([
        { payload: { decisionId: recorded.id, verdict: 'unknown' } },
      ]);
    });

    it('need the permission to ask the gate', async () => {
      const { get, post, relay } = await start({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result:
              permission.name === 'handover.gate.decide'
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
      });
      const response = await post(
        PATH,
        { environment: 'staging' },
        as('user:default/eve'),
      );
      expect(response.status).toBe(403);
      await relay();
      const { body } = await get('/events', asService());
      expect(body.items).toHaveLength(2);
      expect(recordedIn(body.items)).toEqual([]);
    });

    it('are not given if they cannot be recorded', async () => {
      const { agent } = await start();
      await knex.schema.dropTable('domain_events');
      const { status, body } = await agent
        .post(`/api/handover${PATH}`)
        .send({ environment: 'staging' });
      expect(status).toBe(500);
      expect(body.decision).toBeUndefined();
    });
  });
});
