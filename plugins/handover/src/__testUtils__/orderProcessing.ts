import {
  coverageOf,
  parseHandoverDocument,
  type DocumentState,
  type HandoverApi,
  type HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The example service of the repository, as its catalog page gets it. */
export const orderProcessingEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'order-processing',
    namespace: 'default',
    title: 'Order processing',
    description: 'Takes orders in and has them paid.',
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'platform' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
};

/** The handover of the example service, read from the repository. */
export function orderProcessingDocument(): HandoverDocument {
  const yaml = readFileSync(
    resolve(
      __dirname,
      '../../../../examples/services/order-processing/handover.yaml',
    ),
    'utf8',
  );
  const { document, problems } = parseHandoverDocument(yaml);
  if (!document) {
    throw new Error(
      `The example handover is not valid: ${JSON.stringify(problems)}`,
    );
  }
  return document;
}

/** What the backend answers for a document. */
export function documentState(
  document: HandoverDocument | undefined,
  overrides: Partial<DocumentState> = {},
): DocumentState {
  return {
    entityRef: 'component:default/order-processing',
    source: 'repository',
    status: document ? 'ok' : 'missing',
    document,
    revision: document && {
      number: 7,
      source: 'repository',
      createdAt: '2026-11-16T08:00:00Z',
      contentHash: 'c0ffee',
      location: 'url:https://git.example.com/orders/blob/main/handover.yaml',
    },
    coverage: coverageOf(
      document ?? { apiVersion: 'handover.dev/v1', kind: 'Handover' },
    ),
    problems: [],
    location: 'url:https://git.example.com/orders/blob/main/handover.yaml',
    stale: false,
    ...overrides,
  };
}

/** A backend that answers with this state; what it has no answer for, fails. */
export function handoverApiWith(
  getDocument: HandoverApi['getDocument'],
): HandoverApi {
  const unavailable = (method: string) => async () => {
    throw new Error(`${method} has no answer in this test`);
  };
  return {
    getDocument,
    getGateDecisions: async () => ({ items: [] }),
    getOccurrences: async () => ({ items: [], truncated: false, problems: [] }),
    listDocuments: unavailable('listDocuments'),
    listRevisions: unavailable('listRevisions'),
    getRevision: unavailable('getRevision'),
    getDiff: unavailable('getDiff'),
    putDocument: unavailable('putDocument'),
    validateDocument: unavailable('validateDocument'),
    getGateDecision: unavailable('getGateDecision'),
    getCalendarUrl: unavailable('getCalendarUrl'),
    listRuns: unavailable('listRuns'),
    listDeployments: unavailable('listDeployments'),
    getPromotion: unavailable('getPromotion'),
    getMetrics: unavailable('getMetrics'),
    getSchema: unavailable('getSchema'),
  };
}
