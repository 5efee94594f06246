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
