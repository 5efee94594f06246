import {
  type BadgeUrlQuery,
  handoverDocumentReadPermission,
} from '@backstage-handover/plugin-handover-common';
import type { HandoverAuthorizer } from '../../permissions/HandoverAuthorizer';
import type { ServiceOptions } from '../ScorecardsService';
import type { BadgesService } from './BadgesService';

type Options = {
  inner: BadgesService;
  authorizer: Pick<HandoverAuthorizer, 'assertAllowed'>;
};

/** Gives addresses only to those who may read the handover. */
export class AuthorizedBadgesService implements BadgesService {
  readonly #inner: BadgesService;
  readonly #authorizer: Options['authorizer'];

  static create(options: Options): BadgesService {
    return new AuthorizedBadgesService(options);
  }

  private constructor(options: Options) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async getBadgeUrl(
    entityRef: string,
    scorecard: string,
    query: BadgeUrlQuery,
    options: ServiceOptions,
  ) {
    await this.#authorizer.assertAllowed(
      handoverDocumentReadPermission,
      entityRef,
      options.credentials,
    );
    return this.#inner.getBadgeUrl(entityRef, scorecard, query, options);
  }
}
