import { InputError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { isSignInAllowed, normalizeUserRef, readExampleUsers } from './config';

/** Names the user to sign in as. No other origin can send it without the backend's consent. */
const USER_HEADER = 'x-example-user';

/** Signs in anyone as one of the configured users, without a password. */
export const exampleUserAuthenticator = createProxyAuthenticator({
  async defaultProfileTransform({ entityRef }: { entityRef: string }, context) {
    const { entity } = await context.findCatalogUser({ entityRef });
    const { displayName, email } = Object(entity.spec?.profile);
    return { profile: { displayName, email } };
  },
  initialize: ({ config }) => ({
    isAllowed: isSignInAllowed(config),
    users: readExampleUsers(config),
  }),
  async authenticate({ req }, { isAllowed, users }) {
    if (!isAllowed) {
      throw new NotAllowedError(
        "You can only sign in as an example user in development, or if 'auth.providers.example.dangerouslyAllowOutsideDevelopment' is true",
      );
    }
    const user = req.header(USER_HEADER);
    if (user === undefined) {
      throw new InputError(`The header '${USER_HEADER}' is missing`);
    }
    const entityRef = parseHeader(user);
    if (!users.has(entityRef)) {
      throw new NotAllowedError(
        `'${entityRef}' is not one of 'auth.providers.example.users'`,
      );
    }
    return { result: { entityRef } };
  },
});

function parseHeader(user: string): string {
  try {
    return normalizeUserRef(user);
  } catch (error) {
    throw new InputError(
      `The header '${USER_HEADER}' is not an entity reference`,
      error,
    );
  }
}
