import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';

/**
 * Finds the Backstage integration for the host of an entity: by its source
 * location, or else by its location.
 *
 * @param integrations - such as `ScmIntegrations.github`
 *
 * @public
 */
export function findByLocation<T>(
  entity: Entity,
  integrations: { byUrl(url: string): T | undefined },
): T | undefined {
  for (const key of [ANNOTATION_SOURCE_LOCATION, ANNOTATION_LOCATION]) {
    const location = entity.metadata.annotations?.[key]?.trim();
    const found =
      location?.startsWith('url:') &&
      integrations.byUrl(location.slice('url:'.length));
    if (found) {
      return found;
    }
  }
  return undefined;
}
