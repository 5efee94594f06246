import type {
  Override,
  OverrideChangedEvent,
} from '@backstage-handover/plugin-handover-common';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  type NewNotification,
  type NotificationOutbox,
  tabPath,
} from '../notifications';
import type { OverrideStore } from './store';

/** How far back it is looked for what nobody was told of. */
const LATELY_MS = 86_400_000;

const TOPIC = 'handover-overrides';

type Options = {
  outbox: NotificationOutbox;
  store: Pick<OverrideStore, 'get' | 'listChanged'>;
};

/** Notifies owners of requests and approvals, and those who requested of the outcome. */
export class OverrideNotices {
  readonly #options: Options;

  static create(options: Options): OverrideNotices {
    return new OverrideNotices(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async start(services: {
    scheduler: SchedulerService;
    events: EventsService;
  }): Promise<void> {
    await services.events.subscribe({
      id: 'handover-override-notices',
      topics: ['handover.override.changed'],
      onEvent: ({ eventPayload }) =>
        this.#overrideChanged(eventPayload as OverrideChangedEvent),
    });
    await services.scheduler.scheduleTask({
      id: 'handover-overrides-notices',
      scope: 'global',
      frequency: { minutes: 10 },
      initialDelay: { minutes: 2 },
      timeout: { minutes: 15 },
      fn: () => this.#announceChanged(new Date()),
    });
  }

  async #overrideChanged(event: OverrideChangedEvent): Promise<void> {
    const { store, outbox } = this.#options;
    const override = await store.get(event.entityRef, event.overrideId);
    await outbox.add(override ? noticesOf(override) : []);
  }

  /** Tells of what happened lately, in case nobody heard of the event. */
  async #announceChanged(now: Date): Promise<void> {
    const { store, outbox } = this.#options;
    const changed = await store.listChanged(
      new Date(now.getTime() - LATELY_MS),
    );
    await outbox.add(changed.flatMap(noticesOf));
  }
}

function noticesOf(override: Override): NewNotification[] {
  const { state, owner, requestedBy, decision, end, reason } = override;
  const notice = (
    name: string,
    recipient: string | undefined,
    content: Pick<NewNotification, 'title' | 'description' | 'except'>,
  ): NewNotification[] =>
    recipient === undefined
      ? []
      : [
          {
            id: `override/${override.id}/${name}`,
            recipients: [recipient],
            link: tabPath(override.entityRef, 'windows'),
            severity: 'high',
            topic: TOPIC,
            ...content,
          },
        ];
  const what = `${override.entityTitle ?? override.entityRef}, ${listed(
    override.environments,
  )}`;
  const toRequester = (verb: string, step: Override['decision']) =>
    step
      ? notice(verb, requestedBy, {
          except: step.by,
          title: `Your override was ${verb}: ${what}`,
          description: step.note,
        })
      : [];
  switch (state) {
    case 'requested':
      return notice('requested', owner, {
        except: requestedBy,
        title: `An override of the gate was requested: ${what}`,
        description: `Until ${override.until}, by ${requestedBy}. ${reason}`,
      });
    case 'scheduled':
    case 'inForce':
      return [
        ...notice('in-force', owner, {
          except: decision?.by,
          title: `An override opens the gate: ${what}`,
          description: `From ${override.from} until ${override.until}, requested by ${requestedBy}. ${reason}`,
        }),
        ...toRequester('approved', decision),
      ];
    case 'denied':
      return toRequester('denied', decision);
    case 'revoked':
      return toRequester('revoked', end);
    default:
      return [];
  }
}

function listed(names: readonly string[]): string {
  return names.join(', ');
}
