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
 * Shows the calendars, which belong to no entity, to everyone who is signed in.
 * Counts only entities whose handover the caller can read.
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

  async listCalendars(options: ServiceOptions) {
    return this.#inner.listCalendars(options);
  }

  async getCalendar(
    request: Counted & { name: string },
    options: ServiceOptions,
  ) {
    const restricted = await restrictedQuery(request, {
      authorizer: this.#authorizer,
      permission: handoverDocumentReadPermission,
      credentials: options.credentials,
    });
    return this.#inner.getCalendar(restricted, options);
  }
}
