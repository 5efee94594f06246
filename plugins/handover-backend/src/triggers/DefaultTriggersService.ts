import type {
  Deployment,
  RollbackTriggers,
} from '@backstage-handover/plugin-handover-common';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  measuredTriggers,
  triggerWatch,
} from '@backstage-handover/plugin-handover-common/triggers';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { DeliveryService } from '../delivery/DeliveryService';
import type { DocumentsService } from '../documents/DocumentsService';
import type { TriggerReader } from './TriggerReader';
import type {
  TriggersService,
  TriggersServiceOptions,
} from './TriggersService';
import { watchedDeployments } from './watchedDeployments';

type Options = {
  reader: TriggerReader;
  documents: Pick<DocumentsService, 'getDocument' | 'getEnvironments'>;
  delivery: Pick<DeliveryService, 'getPromotion'>;
  /** Those that are configured. */
  environments: Environments;
  logger: LoggerService;
  now?: () => number;
};

/** Evaluates the triggers of the handover in view. */
export class DefaultTriggersService implements TriggersService {
  readonly #options: Options;
  readonly #now: () => number;

  static create(options: Options): TriggersService {
    return new DefaultTriggersService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  async getTriggers(
    entityRef: string,
    options: TriggersServiceOptions,
  ): Promise<RollbackTriggers> {
    const { reader, documents } = this.#options;
    const { document } = await documents.getDocument(entityRef, options);
    const triggers = measuredTriggers(document);
    if (triggers.length === 0) {
      return { items: [], sources: [] };
    }
    const [readings, deployments] = await Promise.all([
      reader.read(entityRef, triggers),
      this.#deployments(entityRef, options),
    ]);
    if (!deployments) {
      return { ...readings, watchUnknown: true };
    }
    const [watch] = deployments.flatMap(
      deployment =>
        triggerWatch({
          deployment: toWatched(deployment),
          triggers: readings.items,
          rollback: document?.rollback ?? {},
          now: this.#now(),
        }) ?? [],
    );
    return { ...readings, ...(watch && { watch }) };
  }

  /** Undefined if they can't be read. Triggers are evaluated all the same. */
  async #deployments(
    entityRef: string,
    options: TriggersServiceOptions,
  ): Promise<Deployment[] | undefined> {
    const { documents, delivery, environments, logger } = this.#options;
    try {
      const [documented, path] = await Promise.all([
        documents.getEnvironments(entityRef, options),
        delivery.getPromotion(entityRef, options),
      ]);
      return watchedDeployments(
        path,
        environments.with(documented.flatMap(({ name }) => name ?? [])),
      );
    } catch (error) {
      logger.warn(
        `The last deployment of '${entityRef}' could not be read`,
        toError(error),
      );
      return undefined;
    }
  }
}

function toWatched({ environment, artifact, at, outcome }: Deployment) {
  return {
    environment,
    version: artifact?.version,
    deployedAt: at,
    ...((outcome === 'running' || outcome === 'failed') && { outcome }),
  };
}
