import type { SchedulerService } from '@backstage/backend-plugin-api';
import { groupBy } from '../../groupBy';
import {
  firstLines,
  type NewNotification,
  type NotificationOutbox,
  oncePer,
  tabPath,
} from '../../notifications';
import type { ActiveScorecard, ActiveScorecards } from '../ActiveScorecards';
import type { LevelChange, ScorecardStore } from '../store';

const HOUR_MS = 3_600_000;

/** So many hours are looked at again, in case none was while they passed. */
const HOURS = 24;

/** So long after an hour everything that happened in it is stored. */
const SETTLE_MS = 5 * 60_000;

type Options = {
  outbox: NotificationOutbox;
  store: Pick<ScorecardStore, 'listLevelChanges'>;
  scorecards: Pick<ActiveScorecards, 'list'>;
};

/**
 * Notifies owners of services that lost a level: once an hour and scorecard, of
 * what is lost at the end of the hour.
 */
export class LevelNotices {
  readonly #options: Options;

  static create(options: Options): LevelNotices {
    return new LevelNotices(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async start({ scheduler }: { scheduler: SchedulerService }): Promise<void> {
    await scheduler.scheduleTask({
      id: 'handover-levels-lost',
      scope: 'global',
      frequency: { minutes: 10 },
      initialDelay: { minutes: 2 },
      timeout: { minutes: 15 },
      fn: () => this.announceLosses(new Date()),
    });
  }

  /** Tells of the hours that ended before `now`. Each is told of once. */
  async announceLosses(now: Date): Promise<void> {
    const { outbox, store, scorecards } = this.#options;
    const active = await scorecards.list();
    const end = Math.floor((now.getTime() - SETTLE_MS) / HOUR_MS) * HOUR_MS;
    const changes = await store.listLevelChanges({
      from: new Date(end - HOURS * HOUR_MS),
      to: new Date(end),
      stepMs: HOUR_MS,
    });
    await outbox.add(
      active.flatMap(scorecard =>
        [
          ...groupBy(
            changes.filter(
              change =>
                change.scorecard === scorecard.name &&
                change.owner !== undefined &&
                isLoss(change, scorecard),
            ),
            ({ owner, from }) => `${owner} ${from.toISOString()}`,
          ).values(),
        ].map(losses => toNotification(losses, scorecard)),
      ),
    );
  }
}

/** A level that the scorecard does not have any more was not lost. */
function isLoss(
  { before, after }: LevelChange,
  { scorecard: { levels } }: ActiveScorecard,
): boolean {
  const rankOf = (level: string | undefined) =>
    levels.findIndex(({ id }) => id === level);
  return (
    rankOf(before) >= 0 &&
    (after === undefined || rankOf(after) >= 0) &&
    rankOf(after) < rankOf(before)
  );
}

function toNotification(
  losses: readonly LevelChange[],
  { name, scorecard }: ActiveScorecard,
): NewNotification {
  const [first] = losses;
  const owner = first.owner!;
  const { title } = scorecard.metadata;
  const titleOf = (level: string | undefined) =>
    scorecard.levels.find(({ id }) => id === level)?.title ?? 'no level';
  return {
    id: oncePer(first.from, 'level-lost', name, owner),
    recipients: [owner],
    title:
      losses.length === 1
        ? `${first.entityTitle ?? first.entityRef} lost a level of ${title}`
        : `${losses.length} services lost a level of ${title}`,
    description: firstLines(
      losses.map(
        ({ entityTitle, entityRef, before, after }) =>
          `${entityTitle ?? entityRef}: ${titleOf(before)} before, ${titleOf(
            after,
          )} now`,
      ),
    ),
    link:
      losses.length === 1
        ? tabPath(first.entityRef, 'scorecards')
        : `/handover?view=scorecards&owner=${encodeURIComponent(owner)}`,
    severity: 'normal',
    topic: 'handover-scorecards',
  };
}
