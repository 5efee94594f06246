import {
  type DocumentSummary,
  RESOURCE_TYPE_HANDOVER_DOCUMENT,
} from '@backstage-handover/plugin-handover-common';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import type { DocumentFilterKey } from '../documents/DocumentsService';

const lower = (value: string) => value.toLocaleLowerCase('en-US');

/**
 * The resource that Handover's permissions are about: one entity's handover,
 * named by the entity's reference. Conditions on it become filters of the
 * documents store.
 *
 * @public
 */
export const handoverDocumentResourceRef = createPermissionResourceRef<
  DocumentSummary,
  { key: DocumentFilterKey; values: string[] }
>().with({
  pluginId: 'handover',
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow the handovers of entities that one of the claims owns',
  resourceRef: handoverDocumentResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references, one of which must be the owner'),
  }),
  apply: ({ owner }, { claims }) =>
    owner !== undefined && claims.map(lower).includes(lower(owner)),
  toQuery: ({ claims }) => ({ key: 'owner', values: claims }),
});

const isEntityKind = createPermissionRule({
  name: 'IS_ENTITY_KIND',
  description: 'Allow the handovers of entities of these kinds',
  resourceRef: handoverDocumentResourceRef,
  paramsSchema: z.object({
    kinds: z.array(z.string()).describe('Kinds of catalog entities'),
  }),
  apply: ({ entityRef }, { kinds }) =>
    kinds.map(lower).includes(lower(parseEntityRef(entityRef).kind)),
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
    system !== undefined && systems.map(lower).includes(lower(system)),
  toQuery: ({ systems }) => ({ key: 'system', values: systems }),
});

/** The rules that a permission policy can restrict Handover's permissions by. */
export const handoverPermissionRules = { isOwner, isEntityKind, isInSystem };
