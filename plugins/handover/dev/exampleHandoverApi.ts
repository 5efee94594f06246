import type {
  Calendar,
  FleetFigures,
  HandoverApi,
  RevisionSummary,
} from '@backstage-handover/plugin-handover-common';
import {
  diffDocuments,
  serializeHandoverDocument,
} from '@backstage-handover/plugin-handover-common/documents';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  decide,
  expandOccurrences,
  type GateDecision,
} from '@backstage-handover/plugin-handover-common/gate';
import { metrics, promotion, runs } from '../src/__testUtils__/delivery';
import {
  documentState,
  handoverApiWith,
} from '../src/__testUtils__/handoverApi';
import { exampleDocument } from './exampleDocument';

/** The handover of the example service, without a backend. */
export function exampleHandoverApi(): HandoverApi {
  const document = exampleDocument();
  const state = documentState(document);
  const revisions: RevisionSummary[] = [
    state.revision!,
    {
      ...state.revision!,
      number: 6,
      createdAt: '2026-10-01T08:00:00Z',
      message: 'Describe how to deploy',
    },
  ];
  // Revision 6 had no rollback yet.
  const { rollback: _, ...earlier } = document;
  const contents = new Map([
    [6, earlier],
    [7, document],
  ]);
  const contentOf = (number: number) => contents.get(number) ?? document;

  const calendars: Calendar[] = [
    {
      id: state.entityRef,
      title: 'Order processing',
      level: 'entity',
      version: '7',
      windows: document.windows?.items ?? [],
    },
  ];
  const names = (document.environments?.items ?? []).flatMap(
    ({ name }) => name ?? [],
  );
  const environments = Environments.builtIn().with(names);
  const decideFor = (
    environment: string,
    query: { at?: string; change?: GateDecision['change'] } = {},
  ) =>
    decide({
      calendars,
      environment,
      environments,
      change: query.change,
      at: query.at ?? new Date().toISOString(),
      revision: 7,
    });

  const base = handoverApiWith(async () => state);
  return {
    ...base,
    documents: {
      ...base.documents,
      list: async () => ({
        items: [
          {
            entityRef: state.entityRef,
            title: 'Order processing',
            owner: 'group:default/platform',
            source: state.source,
            status: state.status,
            coverageRatio: state.coverage.ratio,
            stale: state.stale,
            updatedAt: state.revision!.createdAt,
          },
        ],
        totalItems: 1,
      }),
      getSummary: async ({ groupBy = 'none' } = {}) => {
        const totals: FleetFigures = {
          services: 1,
          status: { ok: 1, missing: 0, invalid: 0, unreachable: 0 },
          stale: 0,
          meanCoverage: state.coverage.ratio,
          sections: Object.fromEntries(
            Object.entries(state.coverage.sections).map(([key, section]) => [
              key,
              { covered: 0, partial: 0, missing: 0, [section.state]: 1 },
            ]),
          ),
        };
        return groupBy === 'none'
          ? { totals }
          : { totals, groups: [totals], totalGroups: 1 };
      },
      listRevisions: async () => ({
        items: revisions,
        totalItems: revisions.length,
      }),
      getRevision: async (_ref, number) => ({
        ...revisions.find(each => each.number === number)!,
        document: contentOf(number),
        yaml: serializeHandoverDocument(contentOf(number)),
      }),
      getDiff: async (_ref, { from, to }) => ({
        from,
        to,
        changes: diffDocuments(contentOf(from), contentOf(to)),
      }),
    },
    gate: {
      ...base.gate,
      getDecision: async (_ref, query) => decideFor(query.environment, query),
      getDecisions: async (_ref, query) => ({
        items: names.map(name => decideFor(name, query)),
      }),
      getOccurrences: async (_ref, query) =>
        expandOccurrences(calendars, { ...query, environments }),
      getCalendars: async () => ({ items: calendars }),
      getCalendarUrl: async () => 'https://portal.example.com/calendar.ics',
    },
    onCall: {
      get: async () => {
        const until = new Date(Date.now() + 3 * 60 * 60_000).toISOString();
        return {
          items: [
            {
              provider: 'pagerduty',
              escalationPolicy: { name: 'Order processing' },
              canPage: { id: 'PORDERS', name: 'Order processing' },
              levels: [
                {
                  level: 1,
                  people: [
                    { name: 'Ann Lee', email: 'ann@example.com', until },
                  ],
                  next: { name: 'Bo Kim', from: until },
                },
                { level: 2, people: [] },
              ],
            },
          ],
          providers: [
            {
              id: 'pagerduty',
              title: 'PagerDuty',
              status: 'ok',
              checkedAt: new Date().toISOString(),
            },
          ],
        };
      },
      page: async (_ref, { provider, target }) => ({
        provider,
        target: { id: target, name: 'Order processing' },
        url: 'https://example.pagerduty.com/incidents/Q1',
      }),
    },
    alerts: {
      list: async () => ({
        items: [
          {
            id: '1',
            provider: 'example',
            name: 'OrdersErrorRateHigh',
            severity: 'critical',
            summary: '2.1 % of orders fail',
            since: new Date(Date.now() - 20 * 60_000).toISOString(),
            labels: { service: 'order-processing' },
            environment: 'production',
          },
        ],
        providers: [
          {
            id: 'example',
            title: 'Example',
            status: 'ok',
            checkedAt: new Date().toISOString(),
          },
        ],
      }),
    },
    delivery: {
      ...base.delivery,
      listRuns: async () => runs,
      getPromotion: async () => promotion,
      getMetrics: async (_ref, query) => metrics(query?.days ?? 30),
    },
  };
}
