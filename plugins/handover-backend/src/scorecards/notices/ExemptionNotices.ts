import type {
  Exemption,
  ExemptionChangedEvent,
  ExemptionState,
} from '@backstage-handover/plugin-handover-common';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NewNotification, NotificationOutbox } from '../../notifications';
import type { ActiveScorecards } from '../ActiveScorecards';
import type { ExemptionStore } from '../store/exemptions';
import { tabPath } from './tabPath';

/** How long before its end owners are told that an exemption ends. */
const ENDING_MS = 14 * 86_400_000;

const TOPIC = 'handover-exemptions';

type Options = {
  outbox: NotificationOutbox;
  store: Pick<ExemptionStore, 'get' | 'listEnding'>;
  scorecards: Pick<ActiveScorecards, 'list'>;
  logger: LoggerService;
};

/** Notifies those who can approve, those who requested, and owners before the end. */
export class ExemptionNotices {
  readonly #options: Options;

  static create(options: Options): ExemptionNotices {
    return new ExemptionNotices(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async start(services: {
    scheduler: SchedulerService;
    events: EventsService;
  }): Promise<void> {
    await services.events.subscribe({
      id: 'handover-exemption-notices',
      topics: ['handover.exemption.changed'],
      onEvent: ({ eventPayload }) =>
        this.exemptionChanged(eventPayload as ExemptionChangedEvent),
    });
    await services.scheduler.scheduleTask({
      id: 'handover-exemptions-ending',
      scope: 'global',
      frequency: { hours: 1 },
      initialDelay: { minutes: 2 },
      timeout: { minutes: 15 },
      fn: () => this.announceEnding(new Date()),
    });
  }

  async exemptionChanged(event: ExemptionChangedEvent): Promise<void> {
    const { outbox, store } = this.#options;
    const exemption = await store.get(event.entityRef, event.exemptionId);
    if (exemption) {
      const id = `exemption/${event.exemptionId}/${event.state}`;
      const check = await this.#titleOf(exemption);
      const notice =
        event.state === 'requested'
          ? await this.#toApprovers(exemption, check)
          : toRequester(exemption, event.state, check);
      await outbox.add(notice ? [{ ...notice, id, except: event.by }] : []);
    }
  }

  /** Tells owners of what ends in two weeks. Each exemption is told of once. */
  async announceEnding(now: Date): Promise<void> {
    const { outbox, store } = this.#options;
    const ending = await store.listEnding({
      after: now,
      before: new Date(now.getTime() + ENDING_MS),
    });
    const notices: NewNotification[] = [];
    for (const exemption of ending) {
      if (exemption.owner) {
        const check = await this.#titleOf(exemption);
        notices.push({
          id: `exemption/${exemption.id}/ending`,
          recipients: [exemption.owner],
          title: `An exemption ends soon: ${check}`,
          description: `${nameOf(exemption)} is exempt until ${
            exemption.expiresAt
          }. Fix it, or renew the exemption.`,
          link: tabPath(exemption.entityRef, 'scorecards'),
          topic: TOPIC,
        });
      }
    }
    await outbox.add(notices);
  }

  /** Who owns the scorecard may not see every entity, so none is named. */
  async #toApprovers(
    { scorecard }: Exemption,
    check: string,
  ): Promise<Omit<NewNotification, 'id'> | undefined> {
    const found = await this.#find(scorecard);
    return (
      found && {
        recipients: [found.metadata.owner],
        title: `An exemption waits for approval: ${check}`,
        link: '/handover?view=exemptions&exemptions=requested',
        topic: TOPIC,
      }
    );
  }

  async #titleOf({ scorecard, check }: Exemption): Promise<string> {
    const found = await this.#find(scorecard);
    return found?.checks.find(({ id }) => id === check)?.title ?? check;
  }

  async #find(scorecard: string) {
    const active = await this.#options.scorecards.list();
    return active.find(({ name }) => name === scorecard)?.scorecard;
  }
}

const DECIDED: Partial<Record<ExemptionState, string>> = {
  approved: 'Your exemption was approved',
  denied: 'Your exemption was denied',
  revoked: 'Your exemption was revoked',
};

/** Only people are told of what others did with their requests. */
function toRequester(
  exemption: Exemption,
  state: ExemptionState,
  check: string,
): Omit<NewNotification, 'id'> | undefined {
  const what = DECIDED[state];
  const { requestedBy, entityRef, end, decision } = exemption;
  if (!what || !requestedBy.startsWith('user:')) {
    return undefined;
  }
  const note = state === 'revoked' ? end?.note : decision?.note;
  return {
    recipients: [requestedBy],
    title: `${what}: ${check}`,
    description: note ? `${nameOf(exemption)}: ${note}` : nameOf(exemption),
    link: tabPath(entityRef, 'scorecards'),
    topic: TOPIC,
  };
}

function nameOf({ entityTitle, entityRef }: Exemption): string {
  return entityTitle ?? entityRef;
}
