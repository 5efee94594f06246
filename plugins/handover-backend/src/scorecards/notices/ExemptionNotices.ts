import type {
  Exemption,
  ExemptionChangedEvent,
  ExemptionState,
} from '@backstage-handover/plugin-handover-common';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  type NewNotification,
  type NotificationOutbox,
  tabPath,
} from '../../notifications';
import type { ActiveScorecards } from '../ActiveScorecards';
import type { ExemptionStore } from '../store/exemptions';

/** How long before its end owners are told that an exemption ends. */
const ENDING_MS = 14 * 86_400_000;

/** How far back it is looked for what nobody was told of. */
const LATELY_MS = 86_400_000;

const TOPIC = 'handover-exemptions';

type Options = {
  outbox: NotificationOutbox;
  store: Pick<ExemptionStore, 'get' | 'listChanged' | 'listEnding'>;
  scorecards: Pick<ActiveScorecards, 'list'>;
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
      id: 'handover-exemptions-notices',
      scope: 'global',
      frequency: { minutes: 10 },
      initialDelay: { minutes: 2 },
      timeout: { minutes: 15 },
      fn: async () => {
        await this.announceChanged(new Date());
        await this.announceEnding(new Date());
      },
    });
  }

  async exemptionChanged(event: ExemptionChangedEvent): Promise<void> {
    const { store } = this.#options;
    const exemption = await store.get(event.entityRef, event.exemptionId);
    await this.#announce(exemption ? [exemption] : []);
  }

  /** Tells of what happened lately, in case nobody heard of the event. */
  async announceChanged(now: Date): Promise<void> {
    await this.#announce(
      await this.#options.store.listChanged(
        new Date(now.getTime() - LATELY_MS),
      ),
    );
  }

  async #announce(exemptions: readonly Exemption[]): Promise<void> {
    const notices: NewNotification[] = [];
    for (const exemption of exemptions) {
      const check = await this.#titleOf(exemption);
      const notice =
        exemption.state === 'requested'
          ? await this.#toApprovers(exemption, check)
          : toRequester(exemption, check);
      if (notice) {
        notices.push(notice);
      }
    }
    await this.#options.outbox.add(notices);
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
    { id, scorecard, requestedBy }: Exemption,
    check: string,
  ): Promise<NewNotification | undefined> {
    const found = await this.#find(scorecard);
    return (
      found && {
        id: `exemption/${id}/requested`,
        recipients: [found.metadata.owner],
        except: requestedBy,
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
  check: string,
): NewNotification | undefined {
  const { id, state, requestedBy, entityRef, end, decision } = exemption;
  const what = DECIDED[state];
  const step = state === 'revoked' ? end : decision;
  if (!what || !step || !requestedBy.startsWith('user:')) {
    return undefined;
  }
  return {
    id: `exemption/${id}/${state}`,
    recipients: [requestedBy],
    except: step.by,
    title: `${what}: ${check}`,
    description: step.note
      ? `${nameOf(exemption)}: ${step.note}`
      : nameOf(exemption),
    link: tabPath(entityRef, 'scorecards'),
    topic: TOPIC,
  };
}

function nameOf({ entityTitle, entityRef }: Exemption): string {
  return entityTitle ?? entityRef;
}
