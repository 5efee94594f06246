import { mockServices } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import {
  createTestDatabases,
  createTestOutbox,
  createTestStore,
} from '../documents/__testUtils__/databases';
import { EventRelay } from './EventRelay';
import type { DomainEventStore } from './store';

jest.setTimeout(60_000);

describe('EventRelay', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let store: DomainEventStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await createTestStore(knex);
      store = await createTestOutbox(knex);
    });

    afterEach(async () => {
      await knex.destroy();
    });

    const append = (...names: string[]) =>
      knex.transaction(transaction =>
        store.append(
          names.map(name => ({
            topic: 'handover.document.status-changed' as const,
            entityRef: `component:default/${name}`,
            data: { status: 'ok' as const, previousStatus: 'missing' as const },
          })),
          { transaction },
        ),
      );

    type Payload = { id: string; sequence: number; entityRef: string };

    /** A relay that notes what it publishes. */
    async function createRelay(
      publish: (payload: Payload) => Promise<void> = async () => {},
      options: { timeoutMs?: number; store?: DomainEventStore } = {},
    ) {
      const published: Payload[] = [];
      const logger = mockServices.logger.mock();
      const relay = EventRelay.create({
        store: options.store ?? (await createTestOutbox(knex)),
        events: {
          publish: async ({ eventPayload }: EventParams) => {
            await publish(eventPayload as Payload);
            published.push(eventPayload as Payload);
          },
        },
        logger,
        config: { retentionMs: 1, frequencyMs: 1 },
        timeoutMs: options.timeoutMs,
      });
      return { relay, published, logger };
    }
    const sequences = (published: Payload[]) =>
      published.map(({ sequence }) => sequence);

    it('publishes each event once and in order, however many replicas there are', async () => {
      const replicas = await Promise.all([
        createRelay(),
        createRelay(),
        createRelay(),
      ]);
      for (let round = 0; round < 10; round += 1) {
        await append(...Array.from({ length: 15 }, (_, i) => `${round}-${i}`));
        await Promise.all(replicas.map(({ relay }) => relay.runDue()));
      }
      await replicas[0].relay.runDue();
      const all = replicas.flatMap(({ published }) => sequences(published));
      expect(all.sort((a, b) => a - b)).toEqual(
        Array.from({ length: 150 }, (_, index) => index + 1),
      );
      for (const { published } of replicas) {
        expect(sequences(published)).toEqual(
          sequences(published).sort((a, b) => a - b),
        );
      }
    });

    it('publishes as soon as a change is committed', async () => {
      const { relay, published } = await createRelay(undefined, { store });
      const scheduler = mockServices.scheduler.mock();
      const lifecycle = mockServices.lifecycle.mock();
      await relay.start({ scheduler, lifecycle });
      await append('a');
      await relay.runDue();
      expect(sequences(published)).toEqual([1]);
      await lifecycle.addShutdownHook.mock.calls[0][0]();
      await append('b');
      await relay.runDue();
      expect(sequences(published)).toEqual([1]);
    });

    it('delivers again what a process may not have delivered, with the same id', async () => {
      await append('a', 'b');
      // A process that died after it published 'a', before it said so.
      const dead = await store.claimRelay({ until: new Date(Date.now() - 1) });
      const unpublished = await store.readUnpublished(dead!, { limit: 9 });
      const { relay, published } = await createRelay();
      await relay.runDue();
      expect(published.map(({ id }) => id)).toEqual(
        unpublished!.events.map(({ payload }) => payload.id),
      );
    });

    it('goes on where it failed, and leaves nothing out', async () => {
      await append('a', 'b', 'c');
      let failing = true;
      const { relay, published, logger } = await createRelay(
        async ({ entityRef }) => {
          if (failing && entityRef === 'component:default/b') {
            throw new Error('No connection');
          }
        },
      );
      await relay.runDue();
      expect(sequences(published)).toEqual([1]);
      expect(logger.error.mock.calls[0][0]).toBe(
        'Publishing domain events failed; the next scheduled run continues',
      );
      failing = false;
      await relay.runDue();
      expect(sequences(published)).toEqual([1, 2, 3]);
    });

    it('is not held up for ever by an event that cannot be published', async () => {
      await append('a', 'hangs', 'c');
      const { relay, published, logger } = await createRelay(
        ({ entityRef }) =>
          entityRef.endsWith('hangs')
            ? new Promise(() => {})
            : Promise.resolve(),
        { timeoutMs: 10 },
      );
      for (let attempt = 0; attempt < 10; attempt += 1) {
        await relay.runDue();
      }
      expect(sequences(published)).toEqual([1, 3]);
      expect(logger.error.mock.calls.at(-1)?.[0]).toBe(
        "Event 2 of 'handover.document.status-changed' is not published after 10 attempts; it can be replayed",
      );
      await expect(store.replay({})).resolves.toMatchObject({
        items: [{}, { payload: { sequence: 2 } }, {}],
      });
    });
  });
});
