import fc from 'fast-check';
import { matchesScope } from './matchesScope';
import { type EntityScopeInput, entityScopeSchema } from './scope';
import { ScopeIndex } from './ScopeIndex';
import type { ScopedEntity } from './types';

const name = fc.constantFrom('a', 'b', 'C');
const names = fc.oneof(name, fc.uniqueArray(name, { minLength: 1 }));
const some = { requiredKeys: [] };

const fields = {
  kind: names,
  type: names,
  lifecycle: names,
  system: names,
  domain: names,
  owner: names,
  tier: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
  tags: names,
  labels: fc.dictionary(name, name, { minKeys: 1, maxKeys: 2 }),
};
const exception = fc
  .record(fields, some)
  .filter(each => Object.keys(each).length > 0);
const scope: fc.Arbitrary<EntityScopeInput> = fc.record(
  { ...fields, except: fc.array(exception, { minLength: 1, maxLength: 2 }) },
  some,
);

const lower = name.map(each => each.toLowerCase());
const optional = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });
const entity: fc.Arbitrary<ScopedEntity> = fc.record({
  entityRef: fc.constant('component:default/orders'),
  kind: lower,
  type: optional(lower),
  lifecycle: optional(lower),
  system: optional(lower.map(each => `system:default/${each}`)),
  domain: optional(lower.map(each => `domain:default/${each}`)),
  owners: fc.uniqueArray(lower.map(each => `group:default/${each}`)),
  tier: optional(fc.integer({ min: 1, max: 4 })),
  tags: fc.uniqueArray(lower),
  labels: fc.dictionary(name, name, { maxKeys: 2 }),
});

it('finds what each scope on its own says, in the order given', () => {
  fc.assert(
    fc.property(fc.array(scope, { maxLength: 20 }), entity, (scopes, one) => {
      const items = scopes.map((each, id) => ({
        id,
        scope: entityScopeSchema.parse(each),
      }));
      expect(ScopeIndex.of(items).find(one)).toEqual(
        items.filter(item => matchesScope(one, item.scope)),
      );
    }),
  );
});

it('compares only scopes that could apply', () => {
  let compared = 0;
  const counted = (system: string) => ({
    scope: {
      system: [`system:default/${system}`],
      get type() {
        compared += 1;
        return undefined;
      },
    },
  });
  const index = ScopeIndex.of(
    Array.from({ length: 1000 }, (_, each) => counted(`s${each}`)),
  );
  compared = 0;
  const found = index.find({
    entityRef: 'component:default/orders',
    kind: 'component',
    system: 'system:default/s7',
    owners: [],
    tags: [],
    labels: {},
  });
  expect(found).toHaveLength(1);
  expect(compared).toBe(1);
});
