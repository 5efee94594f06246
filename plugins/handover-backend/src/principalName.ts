import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/** Who is asking: a user's entity reference, or the subject of a service. */
export function principalName(
  auth: AuthService,
  credentials: BackstageCredentials,
): string | undefined {
  if (auth.isPrincipal(credentials, 'user')) {
    return credentials.principal.userEntityRef;
  }
  if (auth.isPrincipal(credentials, 'service')) {
    return credentials.principal.subject;
  }
  return undefined;
}
