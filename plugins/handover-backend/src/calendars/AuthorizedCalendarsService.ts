import { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';
import type { HandoverAuthorizer } from '../permissions/HandoverAuthorizer';
import { restrictedQuery } from '../permissions/restrictedQuery';
import type {
  CalendarsService,
  Counted,
  ServiceOptions,
} from './CalendarsService';

type Options = {
  inner: CalendarsService;
  authorizer: Pick<HandoverAuthorizer, 'restriction'>;
};

/**
 * Anybody who is signed in may see the calendars, which are no entity's own. It
 * counts only entities whose handover the caller may read.
 */
export class AuthorizedCalendarsService implements CalendarsService {
  readonly #inner: CalendarsService;
  readonly #authorizer: Options['authorizer'];

  static create(options: Options): CalendarsService {
    return new AuthorizedCalendarsService(options);
  }

  private constructor(options: Options) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async listCalendars(counted: Counted, options: ServiceOptions) {
    return this.#inner.listCalendars(
      await this.#restricted(counted, options),
      options,
    );
  }

  async getCalendar(
    request: Counted & { name: string },
    options: ServiceOptions,
  ) {
    return this.#inner.getCalendar(
      await this.#restricted(request, options),
      options,
    );
  }

  async #restricted<T extends Counted>(
    query: T,
    { credentials }: ServiceOptions,
  ): Promise<T> {
    return restrictedQuery(query, {
      authorizer: this.#authorizer,
      permission: handoverDocumentReadPermission,
      credentials,
    });
  }
}
