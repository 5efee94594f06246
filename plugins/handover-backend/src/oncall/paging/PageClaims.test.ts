import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createTestDatabases } from '../../documents/__testUtils__/databases';
import {
  DatabaseOnCallPageStore,
  type OnCallPageStore,
  type PageClaim,
} from '../store';
import { PageClaims } from './PageClaims';

jest.setTimeout(120_000);

const databases = createTestDatabases();

const MINUTE = 60_000;
const PAGE: PageClaim = {
  requestedBy: 'user:default/ann',
  entityRef: 'component:default/orders',
  provider: 'pagerduty',
  target: 'P1',
  message: 'Checkout is down.',
};

describe.each(databases.eachSupportedId())('PageClaims on %s', databaseId => {
  let knex: Knex;
  let store: OnCallPageStore;
  let claims: PageClaims;
  let now: number;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    store = await DatabaseOnCallPageStore.create({
      database: mockServices.database({ knex }),
      now: () => now,
    });
  });

  beforeEach(async () => {
    now = Date.parse('2026-11-30T03:00:00Z');
    claims = PageClaims.create({ store });
    await knex('oncall_pages').delete();
  });

  it('counts the same page each time it is sent', async () => {
    for (let sent = 0; sent < 5; sent++) {
      await claims.claim(PAGE);
      now += 61_000;
    }
    await expect(claims.claim(PAGE)).rejects.toMatchObject({
      status: 429,
      message:
        'You sent 5 pages in the last 10 minutes. Wait, or page from the on-call system directly.',
    });
    // The one that was refused isn't counted.
    now += 5 * MINUTE;
    await claims.claim(PAGE);
  });

  it('gives back one claim, and none of the same page before or after it', async () => {
    const first = await claims.claim(PAGE);
    now += 61_000;
    const second = await claims.claim(PAGE);
    await second();
    expect(await knex('oncall_pages').select()).toHaveLength(1);

    await claims.claim(PAGE);
    await first();
    expect(await knex('oncall_pages').select()).toHaveLength(2);
    await expect(claims.claim(PAGE)).rejects.toThrow(
      'You already tried to send this page less than a minute ago, and it may have gone out. Check the on-call system, or change the message.',
    );
  });

  it('counts the pages for an entity by all users', async () => {
    for (let sent = 0; sent < 10; sent++) {
      await claims.claim({ ...PAGE, requestedBy: `user:default/u${sent}` });
    }
    await expect(claims.claim(PAGE)).rejects.toMatchObject({
      status: 429,
      message: expect.stringMatching(
        /^10 pages were sent for 'component:default\/orders' in the last 10 minutes\./,
      ),
    });
    await claims.claim({ ...PAGE, entityRef: 'component:default/payments' });
  });

  it('keeps no claim if the pages cannot be counted', async () => {
    const count = async () => {
      throw new Error('connection lost');
    };
    const failing = PageClaims.create({
      store: {
        claim: (...args) => store.claim(...args),
        release: claim => store.release(claim),
        count,
      },
    });
    await expect(failing.claim(PAGE)).rejects.toThrow('connection lost');
    await claims.claim(PAGE);
  });
});
