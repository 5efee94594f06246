import {
  type EventResult,
  type EventResults,
  handoverDeliveryReportPermission,
} from '@backstage-handover/plugin-handover-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { redactSecrets } from '@backstage-handover/plugin-handover-common/secrets';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { IncomingHttpHeaders } from 'node:http';
import type { DeliveryStore, EventEffect } from '../store';
import { isFuture } from '../skew';
import type { EntityResolver } from './EntityResolver';
import {
  type EventProblem,
  InvalidEventError,
  toProblems,
} from './InvalidEventError';
import {
  type CloudEvent,
  type ReadCloudEvent,
  readCloudEvents,
} from './readCloudEvents';
import { parseCustomData } from './parseCustomData';
import { type CdEvent, cdEvent } from './schemas';
import { kindOf, toEffect } from './toEffect';

/** An event and its effect, or its result if it has none. */
type Read =
  | { result: EventResult }
  | { result: EventResult; source: string; id: string; effect: EventEffect };

/** Takes CDEvents in. */
export class EventsReceiver {
  readonly #store: DeliveryStore;
  readonly #resolver: EntityResolver;
  readonly #permissions: Pick<PermissionsService, 'authorize'>;

  static create(options: {
    store: DeliveryStore;
    resolver: EntityResolver;
    permissions: Pick<PermissionsService, 'authorize'>;
  }): EventsReceiver {
    return new EventsReceiver(options);
  }

  private constructor(options: Parameters<typeof EventsReceiver.create>[0]) {
    this.#store = options.store;
    this.#resolver = options.resolver;
    this.#permissions = options.permissions;
  }

  /**
   * Stores what the events of a request add.
   *
   * @throws NotAllowedError if the caller can't report events
   * @throws InputError if the request contains no events or its only event is
   *   rejected. In a batch, each event has its own result.
   */
  async receive(
    request: { headers: IncomingHttpHeaders; body: unknown },
    options: { credentials: BackstageCredentials },
  ): Promise<EventResults> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: handoverDeliveryReportPermission }],
      options,
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Not permitted: '${handoverDeliveryReportPermission.name}'`,
      );
    }
    const { events, isBatch } = readCloudEvents(request);
    const reads: Read[] = [];
    for (const event of events) {
      try {
        reads.push(await this.#read(event));
      } catch (error) {
        if (!isBatch || !(error instanceof InputError)) {
          throw error;
        }
        reads.push({ result: toRejection(error) });
      }
    }

    const stored = reads.flatMap(read => ('effect' in read ? read : []));
    const added = await this.#store.putEvents(stored);
    const isNew = new Map(stored.map((read, index) => [read, added[index]]));
    return {
      items: reads.map((read): EventResult => {
        const { result } = read;
        return 'effect' in read && !isNew.get(read)
          ? {
              ...result,
              status: 'duplicate',
              reason: 'An event with this source and id was already received',
            }
          : result;
      }),
    };
  }

  async #read(readEvent: ReadCloudEvent): Promise<Read> {
    const event = parseCdEvent(readEvent());
    const { id, source, type } = event.context;
    const identity = { id, source, type };
    try {
      const { custom, remark } = parseCustomData(event);
      const effect = toEffect(event, custom);
      if (!effect) {
        return {
          result: {
            ...identity,
            status: 'ignored',
            reason: `Handover does not use events of type '${kindOf(event)}'`,
          },
        };
      }
      assertIsPast(event);
      const entityRef = await this.#resolver.resolve({
        entityRef: custom.entityRef,
        source,
        remark,
      });
      return {
        result: { ...identity, status: 'accepted', ...(remark && { remark }) },
        source,
        id,
        // A link or a name may hold a password, and everybody may see it.
        effect: { ...(await redactSecrets(effect)), entityRef },
      };
    } catch (error) {
      if (error instanceof InputError) {
        Object.assign(error, { identity });
      }
      throw error;
    }
  }
}

function toRejection(error: InputError): EventResult {
  const identity: Partial<EventResult> =
    'identity' in error && typeof error.identity === 'object'
      ? { ...error.identity }
      : {};
  return {
    ...identity,
    status: 'rejected',
    reason: error.message,
    ...(error instanceof InvalidEventError && {
      problems: error.eventProblems,
    }),
  };
}

/**
 * The event of CDEvents in a CloudEvent. Its source and id identify it, because
 * the Java and Python SDKs create a new id for the surrounding CloudEvent each
 * time an event is sent.
 *
 * @throws InvalidEventError if there is none.
 */
function parseCdEvent(event: CloudEvent): CdEvent {
  const parsed = cdEvent.safeParse(event.data);
  if (!parsed.success) {
    throw new InvalidEventError(toProblems(parsed.error, ['data']));
  }
  const { context } = parsed.data;
  const problems = (['source', 'type'] as const).flatMap(
    (key): EventProblem[] =>
      event[key] === context[key] || event.undecoded?.[key] === context[key]
        ? []
        : [
            {
              path: `data.context.${key}`,
              message: `is '${context[key]}', but the CloudEvent's ${key} is '${event[key]}'`,
            },
          ],
  );
  if (problems.length > 0) {
    throw new InvalidEventError(problems);
  }
  return parsed.data;
}

/** @throws InvalidEventError if it is of a time that is yet to come. */
function assertIsPast({ context: { timestamp } }: CdEvent): void {
  if (isFuture(Date.parse(timestamp), Date.now())) {
    throw new InvalidEventError([
      {
        path: 'data.context.timestamp',
        message: `is '${timestamp}', more than a day in the future: check the clock of the sender`,
      },
    ]);
  }
}
