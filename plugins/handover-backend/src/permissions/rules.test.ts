import type { z } from 'zod/v4';
import type { EntityResource } from '../entities/EntitiesService';
import { handoverPermissionRules } from './rules';

const { isOwner, isEntityKind, isInSystem } = handoverPermissionRules;

const ORDERS: EntityResource = {
  entityRef: 'component:default/orders',
  kind: 'component',
  system: 'system:default/shop',
  ownershipClaims: ['group:default/shop', 'group:default/checkout'],
};
const ALONE: EntityResource = {
  entityRef: 'api:default/alone',
  kind: 'api',
  ownershipClaims: [],
};

describe('IS_OWNER', () => {
  it.each<[string[], boolean]>([
    [['group:default/shop'], true],
    [['group:default/checkout'], true],
    [['user:default/ann', 'Group:Default/SHOP'], true],
    [['group:default/search'], false],
    [['group:default/sho'], false],
    [[], false],
  ])('allows %j on an entity of shop: %s', (claims, expected) => {
    expect(isOwner.apply(ORDERS, { claims })).toBe(expected);
    expect(isOwner.apply(ALONE, { claims })).toBe(false);
    expect(isOwner.toQuery({ claims })).toEqual({
      key: 'ownershipClaim',
      values: claims,
    });
  });
});

describe('IS_ENTITY_KIND', () => {
  it.each<[string[], boolean]>([
    [['component'], true],
    [['API', 'Component'], true],
    [['resource'], false],
    [[], false],
  ])('allows %j on a component: %s', (kinds, expected) => {
    expect(isEntityKind.apply(ORDERS, { kinds })).toBe(expected);
    expect(isEntityKind.toQuery({ kinds })).toEqual({
      key: 'kind',
      values: kinds,
    });
  });
});

describe('IS_IN_SYSTEM', () => {
  it.each<[string[], boolean]>([
    [['system:default/shop'], true],
    [['system:default/other', 'System:default/Shop'], true],
    [['system:default/other'], false],
    [[], false],
  ])('allows %j on an entity of the shop: %s', (systems, expected) => {
    expect(isInSystem.apply(ORDERS, { systems })).toBe(expected);
    expect(isInSystem.apply(ALONE, { systems })).toBe(false);
    expect(isInSystem.toQuery({ systems })).toEqual({
      key: 'system',
      values: systems,
    });
  });
});

it.each([
  ['IS_OWNER', isOwner, 'claims'],
  ['IS_ENTITY_KIND', isEntityKind, 'kinds'],
  ['IS_IN_SYSTEM', isInSystem, 'systems'],
] as const)('%s takes a list of texts only', (name, rule, parameter) => {
  expect(rule.name).toBe(name);
  expect(rule.resourceType).toBe('handover-document');
  const schema = rule.paramsSchema as z.ZodType;
  const check = (value: unknown) =>
    schema.safeParse({ [parameter]: value }).success;
  expect(check(['a'])).toBe(true);
  expect(check('a')).toBe(false);
  expect(check([1])).toBe(false);
  expect(check(undefined)).toBe(false);
});
