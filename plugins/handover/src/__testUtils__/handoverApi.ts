import type {
  DocumentState,
  HandoverApi,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import { coverageOf } from '@backstage-handover/plugin-handover-common/documents';
import type { Entity } from '@backstage/catalog-model';

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

/** What the backend returns for a document. */
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

/** A backend that returns this state. Whatever else it is asked for fails. */
export function handoverApiWith(
  get: HandoverApi['documents']['get'],
): HandoverApi {
  const unavailable = (method: string) => async () => {
    throw new Error(`This test has no response for ${method}`);
  };
  return {
    documents: {
      get,
      list: unavailable('documents.list'),
      getSummary: unavailable('documents.getSummary'),
      put: unavailable('documents.put'),
      validate: unavailable('documents.validate'),
      listRevisions: unavailable('documents.listRevisions'),
      listHistory: unavailable('documents.listHistory'),
      getRevision: unavailable('documents.getRevision'),
      getDiff: unavailable('documents.getDiff'),
      getSchema: unavailable('documents.getSchema'),
    },
    gate: {
      getDecision: unavailable('gate.getDecision'),
      recordDecision: unavailable('gate.recordDecision'),
      getDecisions: async () => ({ items: [] }),
      getOccurrences: async () => ({
        items: [],
        truncated: false,
        problems: [],
      }),
      getCalendars: unavailable('gate.getCalendars'),
      getCalendarUrl: unavailable('gate.getCalendarUrl'),
    },
    calendars: {
      list: unavailable('calendars.list'),
      get: unavailable('calendars.get'),
    },
    delivery: {
      listRuns: unavailable('delivery.listRuns'),
      listDeployments: unavailable('delivery.listDeployments'),
      getPromotion: unavailable('delivery.getPromotion'),
      getMetrics: unavailable('delivery.getMetrics'),
    },
    // Nothing is installed that knows of alerts.
    alerts: { list: async () => ({ items: [], providers: [] }) },
    // No system is known that has metrics.
    triggers: { get: async () => ({ items: [], sources: [] }) },
    onCall: {
      get: async () => ({ items: [], providers: [] }),
      page: unavailable('onCall.page'),
    },
    // No scorecard is in force.
    scorecards: {
      list: async () => ({ items: [], locations: [] }),
      listFacts: unavailable('scorecards.listFacts'),
      getForEntity: async () => ({ items: [], initiatives: [] }),
      listHistory: unavailable('scorecards.listHistory'),
      listResults: unavailable('scorecards.listResults'),
      count: unavailable('scorecards.count'),
      listOpenChecks: unavailable('scorecards.listOpenChecks'),
      getBadgeUrl: unavailable('scorecards.getBadgeUrl'),
      plan: unavailable('scorecards.plan'),
      getTrend: unavailable('scorecards.getTrend'),
      getChanges: unavailable('scorecards.getChanges'),
      preview: unavailable('scorecards.preview'),
    },
    exemptions: {
      list: async () => ({
        items: [],
        totalItems: 0,
        maxDurationSeconds: 180 * 86_400,
      }),
      listBudgets: async () => ({ budget: 0.1, items: [], omitted: 0 }),
      request: unavailable('exemptions.request'),
      approve: unavailable('exemptions.approve'),
      deny: unavailable('exemptions.deny'),
      withdraw: unavailable('exemptions.withdraw'),
      revoke: unavailable('exemptions.revoke'),
    },
    overrides: {
      list: unavailable('overrides.list'),
      listOf: async () => ({
        items: [],
        totalItems: 0,
        maxDurationSeconds: 4 * 3_600,
        approval: 'required',
      }),
      request: unavailable('overrides.request'),
      approve: unavailable('overrides.approve'),
      deny: unavailable('overrides.deny'),
      withdraw: unavailable('overrides.withdraw'),
      revoke: unavailable('overrides.revoke'),
    },
    initiatives: {
      list: async () => ({ items: [], totalItems: 0 }),
      get: unavailable('initiatives.get'),
      getBurnUp: unavailable('initiatives.getBurnUp'),
      listEntities: unavailable('initiatives.listEntities'),
      create: unavailable('initiatives.create'),
      update: unavailable('initiatives.update'),
      delete: unavailable('initiatives.delete'),
      publish: unavailable('initiatives.publish'),
      close: unavailable('initiatives.close'),
    },
    events: { replay: unavailable('events.replay') },
  };
}
