import { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { EntityFilter, EntityResource } from '../entities/EntitiesService';
import { CatalogVisibility } from './CatalogVisibility';
import {
  createHandoverConditionalDecision,
  handoverConditions,
} from './conditions';
import { HandoverAuthorizer } from './HandoverAuthorizer';
import { handoverPermissionRules } from './rules';

const ORDERS = 'component:default/orders';
const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };
const ownedBy = (claim: string) =>
  createHandoverConditionalDecision(
    handoverDocumentReadPermission,
    handoverConditions.isOwner({ claims: [claim] }),
  );
const CATALOG_CONDITION: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims: [] },
  },
};

const OWN = {
  'allows it': ALLOW,
  'denies it': DENY,
  'allows it to the owner': ownedBy('group:default/shop'),
  'allows it to other owners': ownedBy('group:default/search'),
};
const CATALOG = {
  'shows everything': { decision: ALLOW, shows: true },
  'shows nothing': { decision: DENY, shows: true },
  'shows the entity': { decision: CATALOG_CONDITION, shows: true },
  'hides the entity': { decision: CATALOG_CONDITION, shows: false },
};

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
};
const RESOURCE: EntityResource = {
  entityRef: ORDERS,
  kind: 'component',
  ownershipClaims: ['group:default/shop'],
};

/** The filter as the store reads it, for the fields of this test. */
function matches(filter: EntityFilter): boolean {
  if ('allOf' in filter) {
    return filter.allOf.every(matches);
  }
  if ('anyOf' in filter) {
    return filter.anyOf.some(matches);
  }
  if ('key' in filter && filter.key === 'entityRef') {
    return filter.values.includes(RESOURCE.entityRef);
  }
  if ('key' in filter && filter.key === 'ownershipClaim') {
    return filter.values.some(value =>
      RESOURCE.ownershipClaims.includes(value),
    );
  }
  throw new Error(`This test has no such filter: ${JSON.stringify(filter)}`);
}

function setUp(options: {
  own: PolicyDecision;
  catalog: PolicyDecision;
  shows?: boolean;
  known?: 'mirrored' | 'in the catalog' | 'nowhere';
}) {
  const { known = 'mirrored' } = options;
  const permissions = mockServices.permissions.mock();
  permissions.authorizeConditional.mockImplementation(async requests =>
    requests.map(({ permission }) => {
      if (permission.name === 'catalog.entity.read') {
        return options.catalog;
      }
      return permission.name === 'handover.document.read' ? options.own : DENY;
    }),
  );
  const entities = {
    get: jest.fn(async () =>
      known === 'mirrored' ? ({} as never) : undefined,
    ),
    follow: jest.fn(async () => known === 'in the catalog'),
    matches: jest.fn(async (_: string, filter: EntityFilter) =>
      matches(filter),
    ),
  };
  const catalog = catalogServiceMock({
    entities: options.shows === false ? [] : [ENTITY],
  });
  const authorizer = HandoverAuthorizer.create({
    permissions,
    auth: mockServices.auth(),
    entities,
    catalogVisibility: CatalogVisibility.create({
      catalog,
      cache: mockServices.cache.mock(),
      kinds: ['component'],
    }),
    toFilter: createConditionTransformer(
      Object.values(handoverPermissionRules),
    ),
  });
  const assertAllowed = async (credentials: BackstageCredentials) => {
    try {
      await authorizer.assertAllowed(
        handoverDocumentReadPermission,
        ORDERS,
        credentials,
      );
      return 'allowed';
    } catch (error) {
      return String(error);
    }
  };
  const restriction = (credentials: BackstageCredentials) =>
    authorizer.restriction(handoverDocumentReadPermission, credentials);
  return { assertAllowed, restriction, permissions, entities };
}

const USER = mockCredentials.user('user:default/ann');
const SERVICE = mockCredentials.service('plugin:search');
const NOT_FOUND = `NotFoundError: No entity '${ORDERS}' found in the catalog`;
const NOT_ALLOWED = `NotAllowedError: Not permitted: 'handover.document.read' on the handover of '${ORDERS}'`;

const CASES = Object.entries(OWN).flatMap(([ownName, own]) =>
  Object.entries(CATALOG).map(([catalogName, { decision, shows }]) => ({
    ownName,
    catalogName,
    own,
    catalog: decision,
    shows,
    mayRead: ['allows it', 'allows it to the owner'].includes(ownName),
    mayKnow: ['shows everything', 'shows the entity'].includes(catalogName),
  })),
);

describe.each(CASES)(
  'a policy that $ownName, and a catalog that $catalogName',
  ({ own, catalog, shows, mayRead, mayKnow }) => {
    const answerIfKnown = mayRead ? 'allowed' : NOT_ALLOWED;

    it('answers a user by both', async () => {
      const { assertAllowed, restriction } = setUp({ own, catalog, shows });
      expect(await assertAllowed(USER)).toBe(
        mayKnow ? answerIfKnown : NOT_FOUND,
      );
      const listed = await restriction(USER);
      expect(listed === undefined || matches(listed)).toBe(mayRead && mayKnow);
      expect(listed === undefined).toBe(own === ALLOW && catalog === ALLOW);
    });

    it('answers a service by the policy alone', async () => {
      const { assertAllowed, restriction, permissions } = setUp({
        own,
        catalog,
        shows,
      });
      expect(await assertAllowed(SERVICE)).toBe(answerIfKnown);
      const listed = await restriction(SERVICE);
      expect(listed === undefined || matches(listed)).toBe(mayRead);
      expect(permissions.authorizeConditional).not.toHaveBeenCalledWith(
        expect.arrayContaining([
          {
            permission: expect.objectContaining({
              name: 'catalog.entity.read',
            }),
          },
        ]),
        expect.anything(),
      );
    });
  },
);

it('asks for both permissions at once, as the caller', async () => {
  const { assertAllowed, permissions } = setUp({ own: ALLOW, catalog: ALLOW });
  expect(await assertAllowed(USER)).toBe('allowed');
  expect(permissions.authorizeConditional.mock.calls).toEqual([
    [
      [
        { permission: handoverDocumentReadPermission },
        {
          permission: expect.objectContaining({ name: 'catalog.entity.read' }),
        },
      ],
      { credentials: USER },
    ],
  ]);
  permissions.authorizeConditional.mockClear();
  expect(await assertAllowed(SERVICE)).toBe('allowed');
  expect(permissions.authorizeConditional.mock.calls).toEqual([
    [
      [{ permission: handoverDocumentReadPermission }],
      { credentials: SERVICE },
    ],
  ]);
});

it('lists nothing for a caller that is neither a user nor a service', async () => {
  const { restriction } = setUp({ own: ALLOW, catalog: CATALOG_CONDITION });
  const listed = await restriction(mockCredentials.none());
  expect(listed).toEqual({ anyOf: [] });
});

it('asks the catalog for an entity that it does not know yet', async () => {
  const own = ownedBy('group:default/shop');
  const known = setUp({ own, catalog: ALLOW });
  expect(await known.assertAllowed(USER)).toBe('allowed');
  expect(known.entities.follow).not.toHaveBeenCalled();

  const isNew = setUp({ own, catalog: ALLOW, known: 'in the catalog' });
  expect(await isNew.assertAllowed(USER)).toBe('allowed');
  expect(isNew.entities.follow).toHaveBeenCalledWith(ORDERS);

  const unknown = setUp({ own, catalog: ALLOW, known: 'nowhere' });
  expect(await unknown.assertAllowed(USER)).toBe(
    `NotFoundError: The catalog has no entity '${ORDERS}' that can have a handover`,
  );
});
