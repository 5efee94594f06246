import { NotFoundError } from '@backstage/errors';
import {
  type BadgeContent,
  badgeSvg,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { ActiveScorecards } from '../ActiveScorecards';
import type { LevelReader } from '../LevelReader';
import type { BadgeSigner, BadgeSubject } from './BadgeSigner';

type Options = {
  signer: BadgeSigner;
  scorecards: Pick<ActiveScorecards, 'list'>;
  levels: Pick<LevelReader, 'read'>;
  now?: () => Date;
};

/** Badges for everybody with a signed address. */
export class SignedBadges {
  readonly #options: Options;
  readonly #now: () => Date;

  static create(options: Options): SignedBadges {
    return new SignedBadges(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * A badge as SVG.
   *
   * @throws NotFoundError if the signature is missing, wrong or expired. It is
   *   checked before anything is read, and the error is always the same, so that
   *   nobody learns whether an entity exists.
   */
  async get(subject: BadgeSubject, signature?: string): Promise<string> {
    const { signer } = this.#options;
    if (
      signature === undefined ||
      !signer.verify(subject, signature) ||
      this.#isExpired(subject)
    ) {
      throw noBadge();
    }
    return badgeSvg(await this.#read(subject));
  }

  #isExpired({ expires }: BadgeSubject): boolean {
    return (
      expires !== undefined &&
      !(Number(expires) * 1_000 > this.#now().getTime())
    );
  }

  async #read({ entityRef, scorecard }: BadgeSubject): Promise<BadgeContent> {
    const { scorecards, levels } = this.#options;
    const [active, reading] = await Promise.all([
      scorecards.list(),
      levels.read(entityRef, scorecard),
    ]);
    const found = active.find(({ name }) => name === scorecard);
    if (!found) {
      throw noBadge();
    }
    const { title } = found.scorecard.metadata;
    if (reading.state !== 'evaluated' && reading.state !== 'outdated') {
      return { title, held: false, evaluated: false };
    }
    return {
      title,
      level: reading.levels.find(({ id }) => id === reading.level),
      // An outdated result is not known to hold either.
      held: reading.levelHeld || reading.state === 'outdated',
      evaluated: true,
    };
  }
}

function noBadge(): NotFoundError {
  return new NotFoundError('No badge has this address');
}
