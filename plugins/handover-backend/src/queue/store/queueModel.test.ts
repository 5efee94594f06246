import fc from 'fast-check';
import type { Knex } from 'knex';
import assert from 'node:assert/strict';
import {
  createTestDatabases,
  createTestQueue,
  createTestStore,
} from '../../documents/__testUtils__/databases';
import type { SettledItem, WorkItem, WorkQueue } from './WorkQueue';

jest.setTimeout(120_000);

/** What a queue is, in memory. Times are in minutes. */
type Model = {
  now: number;
  items: Map<string, { dueAt: number; token?: string; failures: number }>;
};

type Real = {
  queue: WorkQueue;
  clock: { now: Date };
  /** Every claim there ever was. */
  claims: WorkItem[];
};

type Command = fc.AsyncCommand<Model, Real>;

const T0 = Date.parse('2026-11-20T10:00:00.000Z');
const at = (minute: number) => new Date(T0 + minute * 60_000);

class Wait implements Command {
  constructor(readonly minutes: number) {}
  check = () => true;
  async run(model: Model, { clock }: Real) {
    model.now += this.minutes;
    clock.now = at(model.now);
  }
  toString = () => `wait ${this.minutes}`;
}

class Add implements Command {
  constructor(readonly key: string, readonly minutes: number) {}
  check = () => true;
  async run({ items, now }: Model, { queue }: Real) {
    const dueAt = now + this.minutes;
    await queue.add('t', [{ key: this.key, dueAt: at(dueAt) }]);
    if (!items.has(this.key)) {
      items.set(this.key, { dueAt, failures: 0 });
    }
  }
  toString = () => `add ${this.key} in ${this.minutes}`;
}

class Remove implements Command {
  constructor(readonly key: string) {}
  check = () => true;
  async run({ items }: Model, { queue }: Real) {
    await queue.remove('t', [this.key]);
    items.delete(this.key);
  }
  toString = () => `remove ${this.key}`;
}

class MarkDue implements Command {
  constructor(readonly key: string, readonly minutes: number) {}
  check = () => true;
  async run({ items, now }: Model, { queue }: Real) {
    const dueAt = now + this.minutes;
    const count = await queue.markDue('t', [this.key], { at: at(dueAt) });
    const item = items.get(this.key);
    assert.equal(count, item ? 1 : 0);
    if (item) {
      items.set(this.key, { dueAt, failures: item.failures });
    }
  }
  toString = () => `mark ${this.key} due in ${this.minutes}`;
}

class MarkAllDue implements Command {
  check = () => true;
  async run({ items, now }: Model, { queue }: Real) {
    assert.equal(await queue.markAllDue('t'), items.size);
    for (const [key, { failures }] of items) {
      items.set(key, { dueAt: now, failures });
    }
  }
  toString = () => 'mark all due';
}

class Claim implements Command {
  constructor(readonly limit: number, readonly minutes: number) {}
  check = () => true;
  async run({ items, now }: Model, { queue, claims }: Real) {
    const until = now + this.minutes;
    const claimed = await queue.claim('t', {
      limit: this.limit,
      claimUntil: at(until),
    });
    const due = [...items.values()]
      .map(({ dueAt }) => dueAt)
      .filter(dueAt => dueAt <= now)
      .sort((a, b) => a - b);
    // Not `map`: Jest tells arrays of its own from those of knex.
    const known = Array.from(claimed, ({ key }) => items.get(key));
    assert.deepEqual(
      known.map(item => item?.dueAt).sort((a, b) => a! - b!),
      due.slice(0, this.limit),
    );
    assert.deepEqual(
      Array.from(claimed, ({ failures }) => failures),
      known.map(item => item?.failures),
    );
    for (const { key, claimToken, failures } of claimed) {
      items.set(key, { dueAt: until, token: claimToken, failures });
    }
    claims.push(...claimed);
  }
  toString = () => `claim ${this.limit} for ${this.minutes}`;
}

class Settle implements Command {
  constructor(
    readonly claim: number,
    readonly result: SettledItem['result'],
    readonly minutes: number,
  ) {}
  check = () => true;
  async run({ items, now }: Model, { queue, claims }: Real) {
    const claim = claims[claims.length - 1 - (this.claim % claims.length)];
    if (!claim) {
      return;
    }
    const { key, claimToken } = claim;
    const dueAt = now + this.minutes;
    const item = items.get(key);
    const isValid = item?.token === claimToken;
    const held = await queue.settle('t', [
      { key, claimToken, dueAt: at(dueAt), result: this.result },
    ]);
    assert.deepEqual([...held], isValid ? [key] : []);
    if (item && isValid) {
      const failures = { done: 0, failed: item.failures + 1 };
      items.set(key, {
        dueAt,
        failures: { ...failures, returned: item.failures }[this.result],
      });
    }
  }
  toString = () => `settle ${this.claim} as ${this.result}`;
}

describe('a queue', () => {
  const databases = createTestDatabases();

  it.each(databases.eachSupportedId())(
    'does what its model does, whatever the order of calls, %s',
    async databaseId => {
      const knex: Knex = await databases.init(databaseId);
      await createTestStore(knex);
      const clock = { now: at(0) };
      const queue = await createTestQueue(knex, clock);

      const key = fc.constantFrom('a', 'b', 'c', 'd');
      const minutes = fc.integer({ min: 0, max: 20 });
      const limit = fc.integer({ min: 1, max: 3 });
      const result = fc.constantFrom<SettledItem['result'][]>(
        'done',
        'failed',
        'returned',
      );
      const commands = fc.commands<Model, Real, false>(
        [
          minutes.map(each => new Wait(each)),
          fc.tuple(key, minutes).map(each => new Add(...each)),
          key.map(each => new Remove(each)),
          fc.tuple(key, minutes).map(each => new MarkDue(...each)),
          fc.constant(new MarkAllDue()),
          fc.tuple(limit, minutes).map(each => new Claim(...each)),
          fc.tuple(fc.nat(3), result, minutes).map(each => new Settle(...each)),
          fc.tuple(fc.nat(3), result, minutes).map(each => new Settle(...each)),
        ],
        { maxCommands: 60, size: 'max' },
      );
      await fc.assert(
        fc.asyncProperty(commands, async each => {
          await knex('queue_items').delete();
          clock.now = at(0);
          const model: Model = { now: 0, items: new Map() };
          await fc.asyncModelRun(
            () => ({ model, real: { queue, clock, claims: [] } }),
            each,
          );
          await expect(queue.listKeys('t', { limit: 9 })).resolves.toEqual(
            [...model.items.keys()].sort(),
          );
        }),
        { numRuns: 30 },
      );
      await knex.destroy();
    },
  );
});
