import type {
  BadgeUrl,
  BadgeUrlQuery,
} from '@backstage-handover/plugin-handover-common';
import type { ServiceOptions } from '../ScorecardsService';

/** Hands out addresses of badges. References are full and in lower case. */
export interface BadgesService {
  /**
   * @throws InputError if the expiry is past.
   * @throws NotFoundError if badges are not configured, or if the entity has no
   *   result.
   */
  getBadgeUrl(
    entityRef: string,
    scorecard: string,
    query: BadgeUrlQuery,
    options: ServiceOptions,
  ): Promise<BadgeUrl>;
}
