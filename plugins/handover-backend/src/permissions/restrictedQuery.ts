import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityFilter } from '../entities/EntitiesService';
import type {
  HandoverAuthorizer,
  HandoverPermission,
} from './HandoverAuthorizer';

/** A query of a list, for what the caller may see only. */
export async function restrictedQuery<T extends { filter?: EntityFilter }>(
  query: T,
  options: {
    authorizer: Pick<HandoverAuthorizer, 'restriction'>;
    permission: HandoverPermission;
    credentials: BackstageCredentials;
  },
): Promise<T> {
  const { authorizer, permission, credentials } = options;
  const restriction = await authorizer.restriction(permission, credentials);
  if (!restriction) {
    return query;
  }
  const filter = query.filter
    ? { allOf: [query.filter, restriction] }
    : restriction;
  return { ...query, filter };
}
