import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';

/** Reads the entity references of the people whom anyone can sign in as. */
export function readExampleUsers(config: Config): ReadonlySet<string> {
  return new Set(
    config
      .getConfigArray('users')
      .map(user => normalizeUserRef(user.getString('entityRef'))),
  );
}

/** A user's full reference in lower case. */
export function normalizeUserRef(ref: string): string {
  return stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'user' }));
}

/** Whether anyone may sign in as somebody: in development, or by configuration. */
export function isSignInAllowed(config: Config): boolean {
  return (
    process.env.NODE_ENV === 'development' ||
    config.getOptionalBoolean('dangerouslyAllowOutsideDevelopment') === true
  );
}
