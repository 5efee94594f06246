import { mockServices } from '@backstage/backend-test-utils';
import type { FactSource } from '@backstage-handover/plugin-handover-node';
import { FactReader } from './FactReader';

const ORDERS = 'component:default/orders';
const entities = [
  {
    entityRef: ORDERS,
    kind: 'component',
    owners: [],
    tags: [],
    labels: {},
  },
];

const fact = (name: string) => ({
  name,
  type: { kind: 'bool' as const },
  basis: 'observed' as const,
  description: name,
});

const source = (
  id: string,
  read: () => unknown,
  facts = [fact(`${id}.a`)],
): FactSource => ({ id, facts, read: read as FactSource['read'] });

const right = source(
  'right',
  async () => new Map([[ORDERS, new Map([['right.a', { value: true }]])]]),
);

async function readAll(...sources: FactSource[]) {
  const logger = mockServices.logger.mock();
  const reader = FactReader.create({ sources, logger, timeoutMs: 20 });
  const values = await reader.read(
    entities,
    new Set(reader.schema.definitions.map(({ name }) => name)),
  );
  return Object.fromEntries(values.get(ORDERS)!);
}

describe('FactReader', () => {
  it.each([
    [
      'throws',
      () => Promise.reject(new Error('s3cret')),
      "'odd' could not be read",
    ],
    ['hangs', () => new Promise(() => {}), "'odd' could not be read"],
    ['answers with nothing', async () => undefined, "'odd' could not be read"],
    ['answers with an object', async () => ({}), "'odd' could not be read"],
    ['has no entity', async () => new Map(), "'odd' does not know it"],
    [
      'has an object for the entity',
      async () => new Map([[ORDERS, {}]]),
      "'odd' did not answer with a map",
    ],
    [
      'forgets that a value is wrapped',
      async () => new Map([[ORDERS, new Map([['odd.a', true]])]]),
      "the answer from 'odd' is not a fact",
    ],
    [
      'answers null',
      async () => new Map([[ORDERS, new Map([['odd.a', null]])]]),
      "the answer from 'odd' is not a fact",
    ],
    [
      'lies about the type',
      async () => new Map([[ORDERS, new Map([['odd.a', { value: 'yes' }]])]]),
      "the value from 'odd' is not true or false",
    ],
  ])(
    'makes only the facts of a source missing that %s',
    async (_, answer, missing) => {
      expect(await readAll(right, source('odd', answer))).toEqual({
        'right.a': { value: true },
        'odd.a': { missing },
      });
    },
  );

  it('keeps sources apart: a namespace belongs to one', () => {
    expect(() =>
      FactReader.create({
        sources: [
          right,
          source('other', async () => new Map(), [fact('right.b')]),
        ],
        logger: mockServices.logger.mock(),
        timeoutMs: 20,
      }),
    ).toThrow(
      "The namespace 'right' of 'right.b' belongs to another source of facts",
    );
  });
});
