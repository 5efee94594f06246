import type { SchedulerService } from '@backstage/backend-plugin-api';
import { groupBy } from '../../groupBy';
import {
  firstLines,
  type NewNotification,
  type NotificationOutbox,
  oncePer,
  tabPath,
} from '../../notifications';
import type { DocumentStore, DueReview } from '../store';

const DAY_MS = 86_400_000;

/** So many days are looked at again, in case none was while they passed. */
const DAYS = 3;

type Options = {
  outbox: NotificationOutbox;
  store: Pick<DocumentStore, 'listDueReviews'>;
};

/**
 * Notifies owners of handovers whose review is overdue: once a day, of those
 * that became stale since the day before. A handover is in one of these days
 * only, until it is reviewed.
 */
export class StaleNotices {
  readonly #options: Options;

  static create(options: Options): StaleNotices {
    return new StaleNotices(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async start({ scheduler }: { scheduler: SchedulerService }): Promise<void> {
    await scheduler.scheduleTask({
      id: 'handover-stale-notices',
      scope: 'global',
      frequency: { minutes: 10 },
      initialDelay: { minutes: 2 },
      timeout: { minutes: 15 },
      fn: () => this.announceStale(new Date()),
    });
  }

  /** Notifies about the days that ended before `now`, once for each day. */
  async announceStale(now: Date): Promise<void> {
    const { outbox, store } = this.#options;
    // Reviews end at midnight, which belongs to the day that it ends.
    const end = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
    const due = await store.listDueReviews({
      after: new Date(end - DAYS * DAY_MS),
      until: new Date(end),
    });
    const byOwnerAndDay = groupBy(
      due.filter(({ owner }) => owner !== undefined),
      review => `${review.owner} ${endOfDay(review).getTime()}`,
    );
    await outbox.add([...byOwnerAndDay.values()].map(toNotification));
  }
}

function endOfDay({ dueAt }: DueReview): Date {
  return new Date(Math.ceil(dueAt.getTime() / DAY_MS) * DAY_MS);
}

function toNotification(due: readonly DueReview[]): NewNotification {
  const [first] = due;
  const owner = first.owner!;
  const nameOf = ({ title, entityRef }: DueReview) => title ?? entityRef;
  return {
    id: oncePer(endOfDay(first), 'stale', owner),
    recipients: [owner],
    title:
      due.length === 1
        ? `The handover of ${nameOf(first)} is due for review`
        : `${due.length} handovers are due for review`,
    description: firstLines(
      due.map(
        each =>
          `${nameOf(each)}: since ${each.dueAt.toISOString().slice(0, 10)}`,
      ),
    ),
    link:
      due.length === 1
        ? tabPath(first.entityRef)
        : `/handover?owner=${encodeURIComponent(owner)}&stale=true`,
    severity: 'normal',
    topic: 'handover-reviews',
  };
}
