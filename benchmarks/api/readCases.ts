import type { Fleet } from './fleet';
import type { ReadCase } from './compareReads';

/** Different requests of one case: enough that nothing is answered from one row. */
const SAMPLES = 1000;

/** The reads that are compared, each the same question to both. */
export function readCases(fleet: Fleet): ReadCase[] {
  // A step that shares no factor with the size visits services all over.
  const services = Array.from(
    { length: Math.min(SAMPLES, fleet.services.length) },
    (_, index) => fleet.services[(index * 7919) % fleet.services.length],
  );
  const query = (route: string, parameters: Record<string, string>) =>
    `${route}?${new URLSearchParams(parameters)}`;

  return [
    {
      title: 'one by name',
      at: 0.99,
      handover: services.map(
        ({ name }) => `/api/handover/documents/component/default/${name}`,
      ),
      catalog: services.map(
        ({ name }) => `/api/catalog/entities/by-name/component/default/${name}`,
      ),
    },
    {
      title: '50 of an owner, by title',
      at: 0.95,
      handover: fleet.owners.map(owner =>
        query('/api/handover/documents', {
          limit: '50',
          owner,
          sort: 'title',
          order: 'asc',
        }),
      ),
      catalog: fleet.owners.map(owner =>
        query('/api/catalog/entities/by-query', {
          limit: '50',
          filter: `relations.ownedBy=${owner}`,
          orderField: 'metadata.title,asc',
        }),
      ),
    },
    {
      title: '50 of a system, by title, last first',
      at: 0.95,
      handover: fleet.systems.map(system =>
        query('/api/handover/documents', {
          limit: '50',
          system,
          sort: 'title',
          order: 'desc',
        }),
      ),
      catalog: fleet.systems.map(system =>
        query('/api/catalog/entities/by-query', {
          limit: '50',
          filter: `relations.partOf=${system}`,
          orderField: 'metadata.title,desc',
        }),
      ),
    },
  ];
}

/** How the catalog's index page asks for all of its services. */
const INDEX_PAGE = `/api/catalog/entities/by-query?${new URLSearchParams({
  limit: '50',
  filter: 'kind=component',
  orderField: 'metadata.title,asc',
})}`;

/** What the views of the fleet page ask for, compared with the catalog's page. */
export function fleetPageCases(initiative: string): ReadCase[] {
  const list = { limit: '50', include: 'levels' };
  const routes = {
    'services, by title': `documents?${new URLSearchParams({
      ...list,
      sort: 'title',
      order: 'asc',
    })}`,
    'services, least coverage first': `documents?${new URLSearchParams({
      ...list,
      sort: 'coverage',
      order: 'asc',
    })}`,
    figures: 'documents/summary',
    'figures by team': 'documents/summary?groupBy=owner&limit=100',
    scorecards: 'scorecards',
    'levels and outcomes': 'scorecards/handover-ready/counts',
    'levels by team': 'scorecards/handover-ready/counts?groupBy=owner',
    'trend of 90 days': 'scorecards/handover-ready/trend?days=90',
    'gains and drops': 'scorecards/handover-ready/changes?days=30',
    preview: 'scorecards/handover-ready/preview',
    initiatives: 'initiatives?limit=50',
    'one initiative, by team': `initiatives/${initiative}`,
    'its burn-up': `initiatives/${initiative}/burn-up`,
    'its services': `initiatives/${initiative}/entities?limit=50`,
    'open checks of a team':
      'scorecards/open-checks?limit=50&within=group:default/team-1',
  };
  return Object.entries(routes).map(([title, route]) => ({
    title,
    at: 0.95,
    handover: [`/api/handover/${route}`],
    catalog: [INDEX_PAGE],
  }));
}
