import type { SchedulerService } from '@backstage/backend-plugin-api';
import {
  dayOf,
  daysBetween,
  isEvaluable,
  type InitiativeMilestone,
  latestMilestone,
  startOfDay,
} from '@backstage-handover/plugin-handover-common/scorecards';
import { groupBy } from '../../groupBy';
import {
  firstLines,
  type NewNotification,
  type NotificationOutbox,
  oncePer,
} from '../../notifications';
import type { ActiveScorecard, ActiveScorecards } from '../ActiveScorecards';
import type { InitiativeStore, StoredInitiative } from '../store/initiatives';

/** Delay of the daily notification after midnight UTC. */
const DIGEST_MS = 6 * 3_600_000;

const TOPIC = 'handover-initiatives';

/** An initiative that has reached a milestone since its last notification. */
type Due = { initiative: StoredInitiative; milestone: InitiativeMilestone };

type Options = {
  outbox: NotificationOutbox;
  store: Pick<InitiativeStore, 'listStarted' | 'listDebts' | 'recordAnnounced'>;
  scorecards: Pick<ActiveScorecards, 'list'>;
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

  /**
   * Notifies about milestones reached since the last time, once a day. Initiatives
   * that are published or changed later wait until the next day.
   */
  async announce(now: Date): Promise<void> {
    const { outbox, store, scorecards } = this.#options;
    const day = dayOf(new Date(now.getTime() - DIGEST_MS));
    const started = await store.listStarted(day);
    if (started.some(({ announcedOn }) => announcedOn === day)) {
      return;
    }
    const active = await scorecards.list();
    const [evaluated, broken] = partition(started, each =>
      canBeEvaluated(each, active),
    );
    await outbox.add(broken.map(toProblem));
    const due = new Map(
      evaluated.flatMap(initiative => {
        const milestone = latestMilestone(day, initiative);
        return milestone && milestone.order > (initiative.announced ?? -1)
          ? [[initiative.id, { initiative, milestone } satisfies Due] as const]
          : [];
      }),
    );
    const debts = await store.listDebts([...due.keys()]);
    await outbox.add(
      [...groupBy(debts, ({ owner }) => owner)].map(([owner, each]) =>
        toNotification(
          owner,
          day,
          each.map(debt => ({ ...due.get(debt.initiativeId)!, ...debt })),
        ),
      ),
    );
    await store.recordAnnounced(
      new Map([...due].map(([id, { milestone }]) => [id, milestone.order])),
      { day },
    );
  }
}

function canBeEvaluated(
  { scorecard, target }: StoredInitiative,
  active: readonly ActiveScorecard[],
): boolean {
  const found = active.find(({ name }) => name === scorecard);
  return found !== undefined && isEvaluable(target, found.scorecard);
}

function partition<T>(
  items: readonly T[],
  holds: (item: T) => boolean,
): [T[], T[]] {
  return [items.filter(holds), items.filter(item => !holds(item))];
}

/** For who runs it: nobody else can do anything about it. */
function toProblem({
  id,
  revision,
  title,
  owner,
}: StoredInitiative): NewNotification {
  return {
    id: `initiative/${id}/problem/${revision}`,
    recipients: [owner],
    title: `${title}: the initiative can't be evaluated`,
    description:
      'Its scorecard, level or checks are gone. Owners are not reminded until you change or close it.',
    link: linkTo(id),
    severity: 'high',
    topic: TOPIC,
  };
}

function toNotification(
  owner: string,
  day: string,
  items: readonly (Due & { open: number; unknown: number; total: number })[],
): NewNotification {
  const [{ initiative, milestone }] = items;
  const timeLeft = describeTimeLeft(day, initiative.endsOn);
  return {
    id: oncePer(startOfDay(day), 'initiatives', owner),
    recipients: [owner],
    title:
      items.length === 1
        ? `${initiative.title}: ${
            milestone.kind === 'start' ? `started, ${timeLeft}` : timeLeft
          }`
        : `${items.length} initiatives need your attention`,
    description: firstLines(
      items.map(
        ({ initiative: { title, endsOn }, open, unknown, total }) =>
          `${title} (${describeTimeLeft(day, endsOn)}): ${
            open + unknown
          } of ${total} left`,
      ),
    ),
    link: items.length === 1 ? linkTo(initiative.id) : linkTo(),
    severity: items.some(each => each.milestone.kind === 'overdue')
      ? 'high'
      : 'normal',
    topic: TOPIC,
  };
}

function describeTimeLeft(day: string, endsOn: string): string {
  const left = daysBetween(day, endsOn);
  const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
  if (left === 0) {
    return 'ends today';
  }
  return left > 0 ? `${days(left)} left` : `${days(-left)} overdue`;
}

function linkTo(id?: string): string {
  return `/handover?view=initiatives${id ? `&initiative=${id}` : ''}`;
}
