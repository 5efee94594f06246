import type {
  DeliveryMetricsDays,
  DeploymentPage,
  Deployment,
  Metrics,
  Promotion,
  ProviderState,
  Run,
  RunPage,
} from '@backstage-handover/plugin-handover-common';
import {
  deliveryMetrics,
  promotionOrder,
  promotionPath,
} from '@backstage-handover/plugin-handover-common/delivery';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  type DocumentedEnvironment,
  productionWorkloads,
  whyProductionUnknown,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type { PipelineProvider } from '@backstage-handover/plugin-handover-node';
import type { DocumentsService } from '../documents/DocumentsService';
import type { ProviderRegistry } from '../ProviderRegistry';
import type { ClusterReader } from './ClusterReader';
import type { DeliveryConfig } from './config';
import type {
  DeliveryEvidence,
  DeliveryService,
  DeliveryServiceOptions,
} from './DeliveryService';
import { VersionedCache } from './VersionedCache';
import { withoutOutdated } from './withoutOutdated';
import { promotionEnvironments } from './promotionEnvironments';
import type { ProviderPuller } from './pull';
import type { DeliveryStore, PageRequest, StoredProviderState } from './store';

/**
 * Deployments of each environment that the promotion path is made from: enough
 * to find what is in one environment among what its source had.
 */
const HISTORY = 20;

/** Deployments in memory, of all entities together. */
const MAX_CACHED = 200_000;

/** So long after its data should have been read again, nobody asks a provider any more. */
const OUTDATED_MS = 60 * 60 * 1000;

const DAY_MS = 24 * 60 * 60 * 1000;

type Options = {
  store: DeliveryStore;
  documents: Pick<DocumentsService, 'getDocument' | 'getEnvironments'>;
  registry: ProviderRegistry<PipelineProvider>;
  puller: ProviderPuller;
  clusters: ClusterReader;
  config: DeliveryConfig;
  /** Those that are configured. */
  environments: Environments;
  now?: () => Date;
};

/** Answers from what is stored, which it has providers bring up to date. */
export class DefaultDeliveryService implements DeliveryService {
  readonly #options: Options;
  readonly #now: () => Date;
  readonly #cache = VersionedCache.create({ maxSize: MAX_CACHED });

  static create(options: Options): DeliveryService {
    return new DefaultDeliveryService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  async listRuns(
    entityRef: string,
    page: PageRequest,
    options: DeliveryServiceOptions,
  ): Promise<RunPage> {
    const { store, documents, puller } = this.#options;
    // An entity that is not there has none.
    await documents.getEnvironments(entityRef, options);
    await puller.refreshIfStale(entityRef);
    const [found, providers] = await Promise.all([
      store.listRuns(entityRef, page),
      this.#providers(entityRef),
    ]);
    return { ...found, providers };
  }

  async findLastRuns(
    entityRef: string,
    options: DeliveryServiceOptions,
  ): Promise<DeliveryEvidence<Run>> {
    return this.#collect(entityRef, options, () =>
      this.#options.store.getLastRuns(entityRef),
    );
  }

  async findInPlace(
    entityRef: string,
    environment: string,
    options: DeliveryServiceOptions,
  ): Promise<DeliveryEvidence<Deployment>> {
    return this.#collect(entityRef, options, () =>
      this.#options.store.getInPlace(entityRef, environment),
    );
  }

  async listDeployments(
    entityRef: string,
    query: PageRequest & { environment?: string },
    options: DeliveryServiceOptions,
  ): Promise<DeploymentPage> {
    const { store, documents, puller } = this.#options;
    const known = this.#known(
      await documents.getEnvironments(entityRef, options),
    );
    await puller.refreshIfStale(entityRef);
    const [found, providers] = await Promise.all([
      store.listDeployments(entityRef, query),
      this.#providers(entityRef),
    ]);
    if (query.environment !== undefined && found.totalItems === 0) {
      // An empty list would say that nothing was ever deployed there.
      known.get(query.environment);
    }
    return { ...found, items: found.items.map(toNamed(known)), providers };
  }

  async getPromotion(
    entityRef: string,
    options: DeliveryServiceOptions,
  ): Promise<Promotion> {
    const { environments, known, states, version } = await this.#look(
      entityRef,
      options,
    );
    const path = await this.#cache.get({
      key: `promotion ${entityRef}`,
      version,
      read: async () => {
        const { deployments, runs } = await this.#options.store.getLatest(
          entityRef,
          {
            environments: promotionOrder(environments, known).map(
              ({ name }) => name,
            ),
            limit: HISTORY,
          },
        );
        return promotionPath({
          environments,
          deployments: deployments.map(toNamed(known)),
          runs,
          known,
        });
      },
      sizeOf: ({ environments: steps }) => 10 * steps.length,
    });
    return { ...path, providers: this.#shown(states) };
  }

  async getMetrics(
    entityRef: string,
    query: { days?: DeliveryMetricsDays },
    options: DeliveryServiceOptions,
  ): Promise<Metrics> {
    const { days = 30 } = query;
    const { documented, environments, known, states, version } =
      await this.#look(entityRef, options);
    const names = promotionOrder(environments, known).map(({ name }) => name);
    // The environment that counts as production, else the last of the path.
    const environment = known.productionAmong(names) ?? names[names.length - 1];
    const to = this.#now();
    const startsUnknown = await this.#whyStartsUnknown(
      entityRef,
      documented,
      options,
    );
    const measured = await this.#cache.get({
      key: `metrics ${days} ${entityRef}`,
      version,
      read: () =>
        this.#options.store.getMeasured(entityRef, {
          environment,
          // As long again before: what was deployed then is not new. What is
          // older when this is read again does no harm.
          since: new Date(to.getTime() - 2 * days * DAY_MS),
        }),
      sizeOf: ({ deployments, incidents }) =>
        deployments.length + incidents.length,
    });
    return {
      ...deliveryMetrics({ days, environment, ...measured, to }),
      ...(startsUnknown !== undefined && { startsUnknown }),
      providers: this.#shown(states),
    };
  }

  /** Why releases that do not start are not detected. Undefined if they are. */
  async #whyStartsUnknown(
    entityRef: string,
    items: readonly DocumentedEnvironment[],
    options: DeliveryServiceOptions,
  ): Promise<string | undefined> {
    const { clusters, documents, environments } = this.#options;
    const reading = (await clusters.readClusters([entityRef])).get(entityRef)!;
    if ('missing' in reading) {
      return reading.missing;
    }
    const document =
      items.length > 0
        ? { environments: { items: [...items] } }
        : // No environments, or no handover at all.
          (await documents.getDocument(entityRef, options)).document;
    return whyProductionUnknown(
      productionWorkloads({ ...reading, document, environments }),
    );
  }

  /** What every answer about the environments begins with. */
  async #look(entityRef: string, options: DeliveryServiceOptions) {
    const { documents, store, puller } = this.#options;
    const [named, known] = await Promise.all([
      documents.getEnvironments(entityRef, options),
      store.getProviders(entityRef),
    ]);
    const states = (await puller.refreshIfStale(entityRef))
      ? await store.getProviders(entityRef)
      : known;
    const environments = promotionEnvironments(
      this.#options.environments,
      named,
    );
    return {
      documented: named,
      environments,
      known: this.#known(environments),
      states,
      version: JSON.stringify([
        environments,
        states.map(({ id, changes }) => [id, changes]),
      ]),
    };
  }

  /** Reads what decisions are made from, after the providers. */
  async #collect<T extends { provider: string }>(
    entityRef: string,
    options: DeliveryServiceOptions,
    read: () => Promise<T[]>,
  ): Promise<DeliveryEvidence<T>> {
    const { store, documents, puller, registry, config } = this.#options;
    // An entity that is not there has none.
    await documents.getEnvironments(entityRef, options);
    const { status } = await puller.refreshAndWait(entityRef);
    const [items, states] = await Promise.all([
      read(),
      store.getProviders(entityRef),
    ]);
    return {
      // While nobody knows who is to be asked, everything counts against a pass.
      ...(status === 'failed'
        ? { items, outdated: [] }
        : withoutOutdated(items, states, {
            isAsked: ({ id }) => registry.has(id),
            since: new Date(
              this.#now().getTime() - config.maxAgeMs - OUTDATED_MS,
            ),
          })),
      providers: this.#shown(states),
      isReadable: status !== 'failed',
    };
  }

  /** Those that are configured, and those that a document declares. */
  #known(documented: readonly { name?: string }[]): Environments {
    return this.#options.environments.with(
      documented.flatMap(({ name }) => name ?? []),
    );
  }

  async #providers(entityRef: string): Promise<ProviderState[]> {
    return this.#shown(await this.#options.store.getProviders(entityRef));
  }

  /** The states that people see: those of installed providers. */
  #shown(states: StoredProviderState[]): ProviderState[] {
    return states
      .filter(({ id }) => this.#options.registry.has(id))
      .map(({ retryAt: _retryAt, changes: _changes, ...state }) => state);
  }
}

/** Calls the environment of a deployment by its one name, whatever its pipeline calls it. */
function toNamed(known: Environments): (deployment: Deployment) => Deployment {
  return deployment => ({
    ...deployment,
    environment: known.resolve(deployment.environment).name,
  });
}
