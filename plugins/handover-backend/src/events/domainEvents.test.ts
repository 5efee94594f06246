import {
  HANDOVER_EVENT_TOPICS,
  type HandoverEventBase,
} from '@backstage-handover/plugin-handover-common';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  type EventParams,
  type EventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import {
  as,
  asService,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { cdEvent, structured } from '../delivery/__testUtils__/events';
import { createTestDatabases } from '../documents/__testUtils__/databases';
import { handoverYaml } from '../documents/__testUtils__/documents';

jest.setTimeout(120_000);

const ORDERS = 'component:default/orders';
const DOCUMENT = '/documents/component/default/orders';

/** A deployment to production, and an incident there that ended. */
const deliveryEvents = () => [
  cdEvent('service.deployed', {
    source: '/ci/orders',
    // Only recent deployments are published.
    at: new Date().toISOString(),
    content: {
      environment: { id: 'production' },
      artifactId: 'pkg:oci/orders@sha256%3Aabc',
    },
  }),
  cdEvent('incident.detected', {
    source: '/ci/orders',
    content: { environment: { id: 'production' } },
  }),
  cdEvent('incident.resolved', {
    source: '/ci/orders',
    content: { environment: { id: 'production' } },
  }),
];

describe('domain events', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let stops: (() => Promise<void>)[];
    let published: EventParams[];

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      stops = [];
      published = [];
    });

    afterEach(async () => {
      await Promise.all(stops.map(stop => stop()));
      await knex.destroy();
    });

    /** A replica on the database, with the events service that all share. */
    async function startReplica() {
      const events: EventsService = {
        publish: async params => {
          published.push(params);
        },
        subscribe: async () => {},
      };
      const scheduler = mockServices.scheduler();
      const backend = await startHandoverBackend({
        entities: [
          component('orders', {
            annotations: { 'handover.dev/cdevents-source': '/ci/orders' },
          }),
        ],
        database: { knex },
        extra: [
          createServiceFactory({
            service: eventsServiceRef,
            deps: {},
            factory: () => events,
          }),
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
        ],
      });
      stops.push(backend.stop);
      return {
        ...backend,
        relay: () => scheduler.triggerTask('handover-events-relay'),
        send: (event: object) =>
          backend.post('/delivery/events', event, {
            ...asService(),
            'Content-Type': 'application/cloudevents+json',
          }),
      };
    }

    const topicsOf = (events: readonly { topic: string }[]) =>
      events.map(({ topic }) => topic);

    it('are published once by all replicas together', async () => {
      const replicas = [await startReplica(), await startReplica()];
      const [first, second] = replicas;
      await first.put(DOCUMENT, handoverYaml('Takes t0psecret orders'), {
        'If-None-Match': '*',
      });
      await second.put(DOCUMENT, handoverYaml('Ships t0psecret orders'), {
        'If-Match': '"1"',
      });
      for (const event of deliveryEvents()) {
        const responses = [
          await first.send(structured(event)),
          // Whoever sends it again to another replica adds nothing.
          await second.send(structured(event)),
        ];
        expect(responses.map(({ status }) => status)).toEqual([200, 200]);
      }
      await Promise.all(replicas.map(({ relay }) => relay()));
      await first.relay();

      const payloads = published.map(
        ({ eventPayload }) => eventPayload as HandoverEventBase,
      );
      expect(topicsOf(published)).toEqual([
        'handover.document.changed',
        'handover.document.status-changed',
        'handover.document.changed',
        'handover.deployment.recorded',
        'handover.incident.detected',
        'handover.incident.resolved',
      ]);
      expect(payloads.map(({ sequence }) => sequence)).toEqual([
        1, 2, 3, 4, 5, 6,
      ]);
      expect(new Set(payloads.map(({ id }) => id)).size).toBe(6);
      expect(payloads).toMatchObject([
        { entityRef: ORDERS, revision: 1, previousRevision: 0 },
        { entityRef: ORDERS, status: 'ok', previousStatus: 'missing' },
        { entityRef: ORDERS, revision: 2, source: 'portal' },
        { entityRef: ORDERS, environment: 'production', provider: 'cdevents' },
        { entityRef: ORDERS, environment: 'production' },
        { entityRef: ORDERS, resolvedAt: expect.any(String) },
      ]);
      expect(JSON.stringify(published)).not.toContain('t0psecret');
    });

    it('can be replayed from where a service stopped, and by topic', async () => {
      const { put, send, relay, get } = await startReplica();
      await put(DOCUMENT, handoverYaml('Takes orders'), {
        'If-None-Match': '*',
      });
      for (const event of deliveryEvents()) {
        await send(structured(event));
      }
      await relay();

      const replayed = await get('/events?after=2&limit=2', asService());
      expect(replayed.body).toEqual({
        items: published
          .slice(2, 4)
          .map(({ topic, eventPayload }) => ({ topic, payload: eventPayload })),
        next: 4,
        hasMore: true,
        hasGap: false,
      });
      const incidents = await get(
        '/events?topic=handover.incident.detected',
        asService(),
      );
      expect(topicsOf(incidents.body.items)).toEqual([
        'handover.incident.detected',
      ]);
    });

    it('are replayed for services only, and for topics that exist', async () => {
      const { get } = await startReplica();
      expect((await get('/events', as('user:default/ada'))).status).toBe(403);
      const statuses = await Promise.all(
        HANDOVER_EVENT_TOPICS.map(
          async topic =>
            (
              await get(`/events?topic=${topic}`, asService())
            ).status,
        ),
      );
      expect(new Set(statuses)).toEqual(new Set([200]));
      for (const query of ['topic=handover.documents', 'after=-1', 'limit=0']) {
        expect((await get(`/events?${query}`, asService())).status).toBe(400);
      }
    });
  });
});
