import { RESOURCE_TYPE_HANDOVER_DOCUMENT } from '@backstage-handover/plugin-handover-common';
import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import type {
  EntityFilterKey,
  EntityResource,
} from '../entities/EntitiesService';

const lower = (value: string) => value.toLocaleLowerCase('en-US');

/**
 * The resource of Handover's permissions: the handover of one entity,
 * identified by the entity's reference. Conditions on it become part of SQL
 * queries.
 *
 * @public
 */
export const handoverDocumentResourceRef = createPermissionResourceRef<
  EntityResource,
  { key: EntityFilterKey; values: string[] }
>().with({
  pluginId: 'handover',
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description:
    'Allow the handovers of entities that one of the claims owns, directly or through a parent group',
  resourceRef: handoverDocumentResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe(
        'Entity references. One must be an owner of the entity, or a group below an owner',
      ),
  }),
  apply: ({ ownershipClaims }, { claims }) =>
    claims.some(claim => ownershipClaims.includes(lower(claim))),
  toQuery: ({ claims }) => ({ key: 'ownershipClaim', values: claims }),
});

const isEntityKind = createPermissionRule({
  name: 'IS_ENTITY_KIND',
  description: 'Allow the handovers of entities of these kinds',
  resourceRef: handoverDocumentResourceRef,
  paramsSchema: z.object({
    kinds: z.array(z.string()).describe('Kinds of catalog entities'),
  }),
  apply: ({ kind }, { kinds }) => kinds.map(lower).includes(kind),
  toQuery: ({ kinds }) => ({ key: 'kind', values: kinds }),
});

const isInSystem = createPermissionRule({
  name: 'IS_IN_SYSTEM',
  description: 'Allow the handovers of entities that are part of these systems',
  resourceRef: handoverDocumentResourceRef,
  paramsSchema: z.object({
    systems: z.array(z.string()).describe('Entity references of systems'),
  }),
  apply: ({ system }, { systems }) =>
    system !== undefined && systems.map(lower).includes(system),
  toQuery: ({ systems }) => ({ key: 'system', values: systems }),
});

/** The rules that a permission policy can restrict Handover's permissions by. */
export const handoverPermissionRules = { isOwner, isEntityKind, isInSystem };
