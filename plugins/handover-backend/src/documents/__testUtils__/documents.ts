import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { parseHandoverDocument } from '@backstage-handover/plugin-handover-common/documents';
import type { CatalogEntry, ReadOutcome } from '../store';

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

/** An entity as the catalog follower hands it to the store. */
export function catalogEntry(
  name: string,
  overrides: Partial<CatalogEntry> = {},
): CatalogEntry {
  return {
    entityRef: `component:default/${name}`,
    tags: [],
    reference: {
      annotation: './handover.yaml',
      entityLocation:
        'url:https://git.test/acme/orders/blob/main/catalog-info.yaml',
    },
    ...overrides,
  };
}
