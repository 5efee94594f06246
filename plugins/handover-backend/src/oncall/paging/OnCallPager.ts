import type {
  OnCallPage,
  OnCallPageTarget,
  OnCallPageUrgency,
} from '@backstage-handover/plugin-handover-common';
import { redactSecrets } from '@backstage-handover/plugin-handover-common/secrets';
import {
  type OnCallProvider,
  PageNotSentError as ProviderSentNothing,
  webUrl,
} from '@backstage-handover/plugin-handover-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { randomUUID } from 'node:crypto';
import { shownMessage } from '../../shownMessage';
import { noAnswer, withinTime } from '../../withinTime';
import { PageNotSentError, PageOutcomeUnknownError } from './errors';

const MAX_ID = 300;

export type PageToSend = {
  entity: Entity;
  target: OnCallPageTarget;
  message: string;
  urgency: OnCallPageUrgency;
  link?: string;
  requestedBy: string;
};

/**
 * Has a provider send a page, once and with a time limit. What a provider throws
 * means that the outcome is unknown, unless it says that nothing was sent.
 */
export class OnCallPager {
  readonly #logger: LoggerService;
  readonly #timeoutMs: number;

  static create(options: {
    logger: LoggerService;
    timeoutMs: number;
  }): OnCallPager {
    return new OnCallPager(options);
  }

  private constructor(options: Parameters<typeof OnCallPager.create>[0]) {
    this.#logger = options.logger;
    this.#timeoutMs = options.timeoutMs;
  }

  /** @throws PageNotSentError, PageOutcomeUnknownError */
  async send(provider: OnCallProvider, page: PageToSend): Promise<OnCallPage> {
    const { id } = provider;
    try {
      const { id: incident, url } = (await this.#call(provider, page)) ?? {};
      return await redactSecrets({
        provider: id,
        target: page.target,
        id:
          typeof incident === 'string' ? incident.slice(0, MAX_ID) : undefined,
        url: typeof url === 'string' ? webUrl(url) : undefined,
      });
    } catch (error) {
      const reason = await shownMessage(error);
      const isNotSent = error instanceof ProviderSentNothing;
      this.#logger.warn(
        `The on-call provider '${id}' ${
          isNotSent ? 'sent no page' : 'may have sent a page'
        } for '${stringifyEntityRef(page.entity)}': ${reason}`,
      );
      throw isNotSent
        ? new PageNotSentError(reason)
        : new PageOutcomeUnknownError(reason);
    }
  }

  async #call(provider: OnCallProvider, page: PageToSend) {
    const timeoutMs = this.#timeoutMs;
    return withinTime(
      async signal => {
        if (!provider.page) {
          throw new ProviderSentNothing(`${provider.title} can't page`);
        }
        return provider.page({
          ...page,
          idempotencyKey: randomUUID(),
          signal,
          logger: this.#logger,
        });
      },
      { timeoutMs, timedOut: () => noAnswer(provider, { timeoutMs }) },
    );
  }
}
