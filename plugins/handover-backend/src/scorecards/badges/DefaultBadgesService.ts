import type {
  BadgeUrl,
  BadgeUrlQuery,
} from '@backstage-handover/plugin-handover-common';
import type { DiscoveryService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { LevelReader } from '../LevelReader';
import type { BadgeSigner } from './BadgeSigner';
import type { BadgesService } from './BadgesService';

type Options = {
  signer: BadgeSigner;
  levels: Pick<LevelReader, 'read'>;
  discovery: DiscoveryService;
  now?: () => Date;
};

/** Signs addresses of badges. Checks no permissions. */
export class DefaultBadgesService implements BadgesService {
  readonly #options: Options;
  readonly #now: () => Date;

  static create(options: Options): BadgesService {
    return new DefaultBadgesService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  async getBadgeUrl(
    entityRef: string,
    scorecard: string,
    { expiresAt }: BadgeUrlQuery,
  ): Promise<BadgeUrl> {
    const { signer, levels, discovery } = this.#options;
    const seconds = expiresAt && this.#secondsOf(expiresAt);
    const expires = seconds === undefined ? undefined : String(seconds);
    const signature = signer.sign({ entityRef, scorecard, expires });
    if (signature === undefined) {
      throw new NotFoundError(
        "There are no badges: 'handover.scorecards.badges.secrets' is not configured",
      );
    }
    const { state } = await levels.read(entityRef, scorecard);
    if (state !== 'evaluated' && state !== 'outdated') {
      throw new NotFoundError(
        `Scorecard '${scorecard}' has no result for '${entityRef}'`,
      );
    }
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const query = new URLSearchParams({
      ...(expires !== undefined && { expires }),
      signature,
    });
    const baseUrl = await discovery.getExternalBaseUrl('handover');
    return {
      url: `${baseUrl}/scorecards/results/${kind}/${namespace}/${name}/badge/${scorecard}.svg?${query}`,
      ...(seconds !== undefined && {
        expiresAt: new Date(Number(seconds) * 1_000).toISOString(),
      }),
    };
  }

  #secondsOf(expiresAt: string): number {
    const time = Date.parse(expiresAt);
    if (!(time > this.#now().getTime())) {
      throw new InputError(`expiresAt: ${expiresAt} is in the past`);
    }
    return Math.ceil(time / 1_000);
  }
}
