import {
  deployedArtifacts,
  type Deployment,
  isRollback,
  type WorkloadChange,
} from '@backstage-handover/plugin-handover-common/admission';
import type {
  Artifact,
  ChangeKind,
} from '@backstage-handover/plugin-handover-common';
import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { DeliveryService } from '../delivery/DeliveryService';

/** The latest deployments into one environment that are looked at. */
const HISTORY = 500;

/** What the gate is asked about. */
export type AskedChange = {
  change: ChangeKind;
  /** What is deployed, if anything is. */
  artifacts: Artifact[];
};

/** Finds out what a change means from what was deployed before. */
export class ChangeReader {
  readonly #delivery: Pick<DeliveryService, 'listDeployments'>;
  readonly #logger: LoggerService;

  static create(options: {
    delivery: Pick<DeliveryService, 'listDeployments'>;
    logger: LoggerService;
  }): ChangeReader {
    return new ChangeReader(options);
  }

  private constructor(options: {
    delivery: Pick<DeliveryService, 'listDeployments'>;
    logger: LoggerService;
  }) {
    this.#delivery = options.delivery;
    this.#logger = options.logger;
  }

  async read(
    { change, images }: WorkloadChange,
    place: { entityRef: string; environment: string },
    options: { credentials: BackstageCredentials },
  ): Promise<AskedChange> {
    if (change !== 'deploy') {
      return { change, artifacts: [] };
    }
    const deployments = await this.#deployments(place, options);
    const { entityRef } = place;
    return {
      change: isRollback(images, deployments) ? 'rollback' : 'deploy',
      artifacts: deployedArtifacts(
        images.map(({ image }) => image),
        // What is new to this environment has its name in another one.
        deployments.length > 0
          ? deployments
          : await this.#deployments({ entityRef }, options),
      ),
    };
  }

  /** None if they can't be read: then everything is a deployment, which is stricter. */
  async #deployments(
    { entityRef, environment }: { entityRef: string; environment?: string },
    options: { credentials: BackstageCredentials },
  ): Promise<Deployment[]> {
    try {
      const { items } = await this.#delivery.listDeployments(
        entityRef,
        { environment, limit: HISTORY },
        options,
      );
      return items;
    } catch (error) {
      this.#logger.warn(
        `Could not read which versions of ${entityRef} were deployed to ${
          environment ?? 'any environment'
        }: ${error}`,
      );
      return [];
    }
  }
}
