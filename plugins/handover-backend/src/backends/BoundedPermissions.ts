import { BackendCalls } from '@backstage-handover/plugin-handover-node';
import type { PermissionsService } from '@backstage/backend-plugin-api';

/** The permission backend with a time limit for each call. */
export class BoundedPermissions implements PermissionsService {
  readonly #permissions: PermissionsService;
  readonly #calls: BackendCalls;

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
    this.#calls = BackendCalls.create({
      title: 'The permission backend',
      timeoutMs: options.timeoutMs,
    });
  }

  async authorize(...args: Parameters<PermissionsService['authorize']>) {
    return this.#calls.run(() => this.#permissions.authorize(...args));
  }

  async authorizeConditional(
    ...args: Parameters<PermissionsService['authorizeConditional']>
  ) {
    return this.#calls.run(() =>
      this.#permissions.authorizeConditional(...args),
    );
  }
}
