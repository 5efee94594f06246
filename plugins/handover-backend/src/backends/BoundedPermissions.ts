import type { PermissionsService } from '@backstage/backend-plugin-api';
import { withTimeout } from './withTimeout';

/** The permission backend, which answers each request in time or fails it. */
export class BoundedPermissions implements PermissionsService {
  readonly #permissions: PermissionsService;
  readonly #timeout: { timeoutMs: number; what: string };

  static create(options: {
    permissions: PermissionsService;
    timeoutMs: number;
  }): PermissionsService {
    return new BoundedPermissions(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    timeoutMs: number;
  }) {
    this.#permissions = options.permissions;
    this.#timeout = {
      timeoutMs: options.timeoutMs,
      what: 'The permission backend',
    };
  }

  async authorize(...args: Parameters<PermissionsService['authorize']>) {
    return withTimeout(this.#permissions.authorize(...args), this.#timeout);
  }

  async authorizeConditional(
    ...args: Parameters<PermissionsService['authorizeConditional']>
  ) {
    return withTimeout(
      this.#permissions.authorizeConditional(...args),
      this.#timeout,
    );
  }
}
