import { matchesScope } from './matchesScope';
import { type EntityScopeInput, entityScopeSchema } from './scope';
import type { ScopedEntity } from './types';

const orders: ScopedEntity = {
  entityRef: 'component:default/orders',
  kind: 'component',
  type: 'service',
  lifecycle: 'production',
  system: 'system:default/shop',
  domain: 'domain:default/retail',
  owners: ['group:default/team-a', 'user:default/ada'],
  tier: 1,
  tags: ['java', 'pci'],
  labels: { region: 'eu', 'cost.example/center': '42' },
};

const matches = (scope: EntityScopeInput, entity = orders) =>
  matchesScope(entity, entityScopeSchema.parse(scope));

it.each<[EntityScopeInput, boolean]>([
  [{}, true],
  [{ kind: 'Component' }, true],
  [{ kind: ['API', 'component'], type: 'Service' }, true],
  [{ kind: 'component', type: 'website' }, false],
  // Whole values, not parts of them.
  [{ kind: 'components' }, false],
  [{ type: 'microservice' }, false],
  [{ lifecycle: 'pre-production' }, false],
  [{ tags: 'javascript' }, false],
  [{ owner: 'team-a2' }, false],
  [{ labels: { region: 'europe' } }, false],
  [{ lifecycle: ['production'] }, true],
  [{ system: 'shop' }, true],
  [{ system: 'System:Default/SHOP' }, true],
  [{ system: 'other/shop' }, false],
  [{ domain: 'retail' }, true],
  [{ owner: 'team-b' }, false],
  [{ owner: ['team-b', 'user:ada'] }, true],
  [{ owner: 'ada' }, false],
  [{ tier: [1, 2] }, true],
  [{ tier: 3 }, false],
  [{ tags: ['PCI', 'go'] }, true],
  [{ labels: { region: ['us', 'eu'], 'cost.example/center': '42' } }, true],
  [{ labels: { region: 'eu', zone: 'a' } }, false],
  [{ labels: { region: 'EU' } }, false],
  [{ labels: { constructor: 'x' } }, false],
  [{ owner: 'team-a', except: { tags: 'pci' } }, false],
  [{ owner: 'team-a', except: [{ tags: 'go' }, { tier: 4 }] }, true],
  [{ except: [{ tags: 'pci', tier: 4 }] }, true],
])('the scope %j holds an entity: %s', (scope, expected) => {
  expect(matches(scope)).toBe(expected);
});

it('does not match fields that the entity lacks', () => {
  const bare: ScopedEntity = {
    entityRef: 'component:default/bare',
    kind: 'component',
    owners: [],
    tags: [],
    labels: {},
  };
  expect(matches({ kind: 'component' }, bare)).toBe(true);
  for (const scope of [
    { type: 'service' },
    { system: 'shop' },
    { domain: 'retail' },
    { owner: 'team-a' },
    { tier: 1 },
    { tags: 'java' },
    { labels: { region: '' } },
  ]) {
    expect(matches(scope, bare)).toBe(false);
    expect(matches({ except: scope }, bare)).toBe(true);
  }
});

it.each([
  [{ owners: 'team-a' }, /Unrecognized key.*owners/],
  [{ owner: [] }, /owner|Invalid/],
  [{ owner: '' }, /owner|Invalid/],
  [{ owner: 'a/b/c/d' }, /not an entity reference/],
  [{ tier: 5 }, /tier|Invalid/],
  [{ labels: {} }, /must name a label/],
  [{ except: {} }, /must name at least one field/],
  [{ except: [] }, /except|Invalid/],
])('refuses %j', (scope, message) => {
  const result = entityScopeSchema.safeParse(scope);
  expect(result.success).toBe(false);
  expect(JSON.stringify(result.error)).toMatch(message);
});
