import type { SchedulerService } from '@backstage/backend-plugin-api';
import {
  addDays,
  dayOf,
  type InitiativeMilestone,
  milestoneOn,
  startOfDay,
} from '@backstage-handover/plugin-handover-common/scorecards';
import { groupBy } from '../../groupBy';
import {
  firstLines,
  type NewNotification,
  type NotificationOutbox,
  oncePer,
} from '../../notifications';
import type { InitiativeStore, StoredInitiative } from '../store/initiatives';

/** When owners are told of a day, after it began in UTC. */
const HOUR_MS = 3_600_000;
const DIGEST_MS = 6 * HOUR_MS;

/** The day before is looked at again, in case nobody was told. */
const DAYS = 2;

const WORDS: Record<InitiativeMilestone, string> = {
  start: 'has started',
  halfTime: 'half of the time is over',
  twoWeeks: 'two weeks left',
  twoDays: 'two days left',
  overdue: 'overdue',
};

/** An initiative with something to say today. */
type Due = { initiative: StoredInitiative; milestone: InitiativeMilestone };

type Options = {
  outbox: NotificationOutbox;
  store: Pick<InitiativeStore, 'listStarted' | 'listDebts'>;
};

/**
 * Notifies owners of what is left to do for initiatives: at the start, at half
 * time, two weeks and two days before the last day, and each week after it. All
 * that an owner is told on a day is one notification.
 */
export class InitiativeNotices {
  readonly #options: Options;

  static create(options: Options): InitiativeNotices {
    return new InitiativeNotices(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async start({ scheduler }: { scheduler: SchedulerService }): Promise<void> {
    await scheduler.scheduleTask({
      id: 'handover-initiatives-notices',
      scope: 'global',
      frequency: { minutes: 10 },
      initialDelay: { minutes: 2 },
      timeout: { minutes: 15 },
      fn: () => this.announce(new Date()),
    });
  }

  /** Tells of the last day whose digest is due, and of the one before. */
  async announce(now: Date): Promise<void> {
    const today = dayOf(new Date(now.getTime() - DIGEST_MS));
    for (let back = DAYS - 1; back >= 0; back--) {
      await this.#announceDay(addDays(today, -back));
    }
  }

  async #announceDay(day: string): Promise<void> {
    const { outbox, store } = this.#options;
    const started = await store.listStarted(day);
    const due = new Map(
      started.flatMap(initiative => {
        const milestone = milestoneOn(day, {
          ...initiative,
          announcedFrom: announcedFrom(initiative),
        });
        return milestone
          ? [[initiative.id, { initiative, milestone } satisfies Due] as const]
          : [];
      }),
    );
    if (due.size === 0) {
      return;
    }
    const debts = await store.listDebts([...due.keys()]);
    await outbox.add(
      [...groupBy(debts, ({ owner }) => owner)].map(([owner, each]) =>
        toNotification(
          owner,
          startOfDay(day),
          each.map(debt => ({ ...due.get(debt.initiativeId)!, ...debt })),
        ),
      ),
    );
  }
}

/** The first day whose digest comes after the initiative was published. */
function announcedFrom({ publishedAt, startsOn }: StoredInitiative): string {
  if (publishedAt === undefined) {
    return startsOn;
  }
  const published = new Date(publishedAt);
  const day = dayOf(published);
  const isBeforeDigest =
    published.getTime() <= startOfDay(day).getTime() + DIGEST_MS;
  return isBeforeDigest ? day : addDays(day, 1);
}

function toNotification(
  owner: string,
  day: Date,
  items: readonly (Due & { open: number; unknown: number; total: number })[],
): NewNotification {
  const [{ initiative }] = items;
  const isOverdue = items.some(({ milestone }) => milestone === 'overdue');
  return {
    id: oncePer(day, 'initiatives', owner),
    recipients: [owner],
    title:
      items.length === 1
        ? `${initiative.title}: ${WORDS[items[0].milestone]}`
        : `${items.length} initiatives need your attention`,
    description: firstLines(
      items.map(
        ({ initiative: { title, endsOn }, milestone, ...left }) =>
          `${title} (until ${endsOn}, ${WORDS[milestone]}): ${
            left.open + left.unknown
          } of ${left.total} services left`,
      ),
    ),
    link: `/handover?view=initiatives${
      items.length === 1 ? `&initiative=${initiative.id}` : ''
    }`,
    severity: isOverdue ? 'high' : 'normal',
    topic: 'handover-initiatives',
  };
}
