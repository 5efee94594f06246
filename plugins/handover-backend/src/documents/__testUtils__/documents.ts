import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { parseHandoverDocument } from '@backstage-handover/plugin-handover-common/documents';
import type { Entity } from '@backstage/catalog-model';
import type { DocumentReference, ReadOutcome } from '../store';

/** A small valid `handover.yaml`. */
export function handoverYaml(
  purpose: string,
  metadata: Record<string, string | number> = {},
): string {
  return [
    'apiVersion: handover.dev/v1',
    'kind: Handover',
    'metadata:',
    ...Object.entries({ reviewedAt: '2026-11-01', ...metadata }).map(
      ([key, value]) => `  ${key}: ${value}`,
    ),
    'overview:',
    `  purpose: ${purpose}`,
    '',
  ].join('\n');
}

/** The document that a YAML text holds. */
export function parsed(yaml: string): HandoverDocument {
  const { document, problems } = parseHandoverDocument(yaml);
  if (!document) {
    throw new Error(`The test's document is invalid: ${problems[0]?.message}`);
  }
  return document;
}

/** What a successful read comes to. */
export function okOutcome(
  yaml: string,
  options: { location?: string; etag?: string } = {},
): ReadOutcome {
  return {
    status: 'ok',
    yaml,
    document: parsed(yaml),
    problems: [],
    location: 'url:https://git.test/acme/orders/blob/main/handover.yaml',
    ...options,
  };
}

/** To a file beside that of the entity. */
export const REFERENCE: DocumentReference = {
  annotation: './handover.yaml',
  entityLocation:
    'url:https://git.test/acme/orders/blob/main/catalog-info.yaml',
};

/** A component of the catalog. It refers to no handover unless given. */
export function catalogEntity(
  name: string,
  options: {
    title?: string;
    owner?: string;
    system?: string;
    tags?: string[];
    reference?: DocumentReference;
  } = {},
): Entity {
  const { title, owner, system, tags, reference } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      title,
      tags,
      annotations: {
        ...(reference && {
          'backstage.io/managed-by-location': reference.entityLocation,
        }),
        ...(reference?.annotation && {
          'handover.dev/ref': reference.annotation,
        }),
      },
    },
    relations: [
      ...(owner ? [{ type: 'ownedBy', targetRef: owner }] : []),
      ...(system ? [{ type: 'partOf', targetRef: system }] : []),
    ],
  };
}
