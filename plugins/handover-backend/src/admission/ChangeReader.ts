import {
  deployedArtifacts,
  type DeploymentHistory,
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
import { withinTime } from '../withinTime';

/** The latest deployments into one environment that are looked at. */
const HISTORY = 500;

/** Those into any environment, for the names of artifacts. */
const NAMES = 50;

/**
 * Delivery waits for pipelines that never responded. The gate needs the rest of
 * the time that a cluster waits.
 */
const TIMEOUT_MS = 1_500;

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
    const { entityRef, environment } = place;
    const [here, anywhere] = await Promise.all([
      this.#deployments(entityRef, { environment, limit: HISTORY }, options),
      this.#deployments(entityRef, { limit: NAMES }, options),
    ]);
    return {
      change: isRollback(images, here) ? 'rollback' : 'deploy',
      artifacts: deployedArtifacts(
        images.map(({ image }) => image),
        // What is new to this environment has its name in another one.
        (here.deployments.length > 0 ? here : anywhere).deployments,
      ),
    };
  }

  /** None if they can't be read: then everything is a deployment, which is stricter. */
  async #deployments(
    entityRef: string,
    query: { environment?: string; limit: number },
    options: { credentials: BackstageCredentials },
  ): Promise<DeploymentHistory> {
    try {
      const { items, totalItems } = await withinTime(
        () => this.#delivery.listDeployments(entityRef, query, options),
        {
          timeoutMs: TIMEOUT_MS,
          timedOut: () =>
            new Error(`No answer within ${TIMEOUT_MS / 1_000} seconds`),
        },
      );
      return { deployments: items, isComplete: items.length >= totalItems };
    } catch (error) {
      this.#logger.warn(
        `Could not read which versions of ${entityRef} were deployed to ${
          query.environment ?? 'any environment'
        }: ${error}`,
      );
      return { deployments: [], isComplete: false };
    }
  }
}
