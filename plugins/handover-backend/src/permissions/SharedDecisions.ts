import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type {
  AuthorizePermissionRequest,
  AuthorizePermissionResponse,
  PolicyDecision,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';

/**
 * How long a decision is shared. A tab asks for a handover, its gate, its
 * windows and more at the same moment: long enough for those, too short for
 * anybody to notice that a permission was taken away.
 */
const SHARED_MS = 1_000;

/** More are not remembered; whoever comes then asks for themselves. */
const MAX_SHARED = 10_000;

type Shared = { decisions: Promise<PolicyDecision[]>; until: number };

/**
 * Asks the permission backend once for all requests that one user's session
 * makes within a second. What a service may is decided without a request, and
 * is not shared; nor is a failure.
 */
export class SharedDecisions
  implements Pick<PermissionsService, 'authorize' | 'authorizeConditional'>
{
  readonly #permissions: PermissionsService;
  readonly #auth: AuthService;
  readonly #now: () => number;
  /** In the order in which they end. */
  readonly #shared = new Map<string, Shared>();

  /** @param options.now - Milliseconds of a clock that nobody sets. */
  static create(options: {
    permissions: PermissionsService;
    auth: AuthService;
    now?: () => number;
  }) {
    return new SharedDecisions(options);
  }

  private constructor(options: Parameters<typeof SharedDecisions.create>[0]) {
    this.#permissions = options.permissions;
    this.#auth = options.auth;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Is asked each time: these permissions guard writes. */
  async authorize(
    requests: AuthorizePermissionRequest[],
    options: { credentials: BackstageCredentials },
  ): Promise<AuthorizePermissionResponse[]> {
    return this.#permissions.authorize(requests, options);
  }

  async authorizeConditional(
    requests: QueryPermissionRequest[],
    options: { credentials: BackstageCredentials },
  ): Promise<PolicyDecision[]> {
    const session = this.#sessionOf(options.credentials);
    if (session === undefined) {
      return this.#permissions.authorizeConditional(requests, options);
    }
    const now = this.#now();
    this.#forget(now);

    const names = requests.map(({ permission }) => permission.name);
    const key = JSON.stringify([session, names]);
    const known = this.#shared.get(key);
    if (known) {
      return known.decisions;
    }
    const decisions = this.#permissions.authorizeConditional(requests, options);
    if (this.#shared.size < MAX_SHARED) {
      const shared = { decisions, until: now + SHARED_MS };
      this.#shared.set(key, shared);
      decisions.catch(() => {
        if (this.#shared.get(key) === shared) {
          this.#shared.delete(key);
        }
      });
    }
    return decisions;
  }

  /**
   * The caller and their token. Tokens of the same user differ by their expiry,
   * because each contains the memberships at the time it was issued.
   */
  #sessionOf(credentials: BackstageCredentials): unknown[] | undefined {
    return this.#auth.isPrincipal(credentials, 'user') && credentials.expiresAt
      ? [
          credentials.principal.userEntityRef,
          credentials.principal.actor?.subject,
          credentials.expiresAt.getTime(),
        ]
      : undefined;
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#shared) {
      if (until > now) {
        return;
      }
      this.#shared.delete(key);
    }
  }
}
