import type {
  DocumentFilters,
  DocumentSummary,
  FleetFigures,
  FleetSummary,
  HandoverApi,
} from '@backstage-handover/plugin-handover-common';
import { SECTION_KEYS } from '@backstage-handover/plugin-handover-common/documents';
import { handoverApiWith } from './handoverApi';

/** A service in the list. */
export function service(
  name: string,
  overrides: Partial<DocumentSummary> = {},
): DocumentSummary {
  return {
    entityRef: `component:default/${name}`,
    owner: 'group:default/shop',
    source: 'repository',
    status: 'ok',
    revision: 1,
    coverageRatio: 0.5,
    stale: false,
    reviewDueAt: '2027-02-01T00:00:00.000Z',
    updatedAt: '2026-11-20T10:00:00.000Z',
    ...overrides,
  };
}

function figuresOf(services: readonly DocumentSummary[]): FleetFigures {
  const count = (isCounted: (item: DocumentSummary) => boolean) =>
    services.filter(isCounted).length;
  const covered = count(({ coverageRatio }) => coverageRatio === 1);
  const missing = count(({ coverageRatio }) => coverageRatio === 0);
  return {
    services: services.length,
    status: {
      ok: count(({ status }) => status === 'ok'),
      missing: count(({ status }) => status === 'missing'),
      invalid: count(({ status }) => status === 'invalid'),
      unreachable: count(({ status }) => status === 'unreachable'),
    },
    stale: count(({ stale }) => stale),
    ...(services.length > 0 && {
      meanCoverage:
        services.reduce((sum, each) => sum + each.coverageRatio, 0) /
        services.length,
    }),
    sections: Object.fromEntries(
      SECTION_KEYS.map(key => [
        key,
        { covered, missing, partial: services.length - covered - missing },
      ]),
    ),
  };
}

function matches(item: DocumentSummary, filters: DocumentFilters): boolean {
  const { owner, system, status, stale, level, q } = filters;
  return (
    (!owner || owner.includes(item.owner ?? 'none')) &&
    (!system || system.includes(item.system ?? 'none')) &&
    (!status || status.includes(item.status)) &&
    (stale === undefined || item.stale === stale) &&
    (!level ||
      Object.entries(item.levels ?? {}).some(entry =>
        level.includes(entry.join(':')),
      )) &&
    (!q || item.entityRef.includes(q))
  );
}

/**
 * A backend with these services. It filters them by owner, system, status, review,
 * level and words, and gives pages of the asked size; it does not sort.
 */
export function fleetApi(services: readonly DocumentSummary[]) {
  const list = jest.fn<
    ReturnType<HandoverApi['documents']['list']>,
    Parameters<HandoverApi['documents']['list']>
  >(async ({ limit = 50, cursor = '0', ...filters } = {}) => {
    const found = services.filter(item => matches(item, filters));
    const start = Number(cursor);
    return {
      items: found.slice(start, start + limit),
      totalItems: found.length,
      ...(start + limit < found.length && {
        nextCursor: String(start + limit),
      }),
    };
  });
  const getSummary = jest.fn<
    ReturnType<HandoverApi['documents']['getSummary']>,
    Parameters<HandoverApi['documents']['getSummary']>
  >(async ({ groupBy, limit = 50, ...filters } = {}) => {
    const found = services.filter(item => matches(item, filters));
    const summary: FleetSummary = { totals: figuresOf(found) };
    if (groupBy === 'owner' || groupBy === 'system') {
      const refs = [...new Set(found.map(item => item[groupBy]))];
      summary.groups = refs
        .map(entityRef => ({
          ...(entityRef && { entityRef }),
          ...figuresOf(found.filter(item => item[groupBy] === entityRef)),
        }))
        .slice(0, limit);
      summary.totalGroups = refs.length;
    }
    return summary;
  });
  const base = handoverApiWith(async () => {
    throw new Error('This test has no document');
  });
  const api: HandoverApi = {
    ...base,
    documents: { ...base.documents, list, getSummary },
  };
  return { api, list, getSummary };
}
