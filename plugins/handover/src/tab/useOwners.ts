import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { type Reading, useReading } from '../components';

/** Contacts seldom change. */
const INTERVAL_MS = 15 * 60_000;

/** The owners that exist and may be seen, as far as their contacts need them. */
export function useOwners(entityRefs: string[]): Reading<Entity[]> {
  const catalog = useApi(catalogApiRef);
  return useReading({
    key: ['tab', 'owners', ...entityRefs],
    read: async () => {
      const { items } = await catalog.getEntitiesByRefs({
        entityRefs,
        fields: ['kind', 'metadata', 'spec.profile'],
      });
      return items.flatMap(each => each ?? []);
    },
    every: INTERVAL_MS,
    enabled: entityRefs.length > 0,
  });
}
