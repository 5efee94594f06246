import {
  deliveryMetrics,
  type DeliveryMetricsDays,
  type DeploymentPage,
  type Metrics,
  type Promotion,
  promotionOrder,
  promotionPath,
  type PromotionEnvironment,
  type ProviderState,
  type RunPage,
} from '@backstage-handover/plugin-handover-common';
import type { DocumentsService } from '../documents/DocumentsService';
import type { DeliveryConfig } from './config';
import type {
  DeliveryService,
  DeliveryServiceOptions,
} from './DeliveryService';
import type { ProviderPuller } from './ProviderPuller';
import type { ProviderRegistry } from './ProviderRegistry';
import type { DeliveryStore, PageRequest } from './store';

/**
 * Deployments of each environment that the promotion path is made from: enough
 * to find what is in one environment among what its source had.
 */
const HISTORY = 20;

const DAY_MS = 24 * 60 * 60 * 1000;

type Options = {
  store: DeliveryStore;
  documents: Pick<DocumentsService, 'getDocument'>;
  registry: ProviderRegistry;
  puller: ProviderPuller;
  config: DeliveryConfig;
  /** Environments of an entity whose handover names none, in order. */
  environments: string[];
  now?: () => Date;
};

/** Answers from what is stored, which it has providers bring up to date. */
export class DefaultDeliveryService implements DeliveryService {
  readonly #options: Options;
  readonly #now: () => Date;

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
    await documents.getDocument(entityRef, options);
    await puller.ensureFresh(entityRef);
    const [found, providers] = await Promise.all([
      store.listRuns(entityRef, page),
      this.#providers(entityRef),
    ]);
    return { ...found, providers };
  }

  async listDeployments(
    entityRef: string,
    query: PageRequest & { environment?: string },
    options: DeliveryServiceOptions,
  ): Promise<DeploymentPage> {
    const { store, documents, puller } = this.#options;
    await documents.getDocument(entityRef, options);
    await puller.ensureFresh(entityRef);
    const [found, providers] = await Promise.all([
      store.listDeployments(entityRef, query),
      this.#providers(entityRef),
    ]);
    return { ...found, providers };
  }

  async getPromotion(
    entityRef: string,
    options: DeliveryServiceOptions,
  ): Promise<Promotion> {
    const environments = await this.#environments(entityRef, options);
    const [{ deployments, runs }, providers] = await Promise.all([
      this.#options.store.getLatest(entityRef, {
        environments: promotionOrder(environments).map(({ name }) => name),
        limit: HISTORY,
      }),
      this.#providers(entityRef),
    ]);
    return { ...promotionPath({ environments, deployments, runs }), providers };
  }

  async getMetrics(
    entityRef: string,
    query: { days?: DeliveryMetricsDays },
    options: DeliveryServiceOptions,
  ): Promise<Metrics> {
    const { days = 30 } = query;
    const environment = this.#production(
      await this.#environments(entityRef, options),
    );
    const to = this.#now();
    const [{ deployments, incidents }, providers] = await Promise.all([
      this.#options.store.getMeasured(entityRef, {
        environment,
        // As long again before: what was deployed then is not new.
        since: new Date(to.getTime() - 2 * days * DAY_MS),
      }),
      this.#providers(entityRef),
    ]);
    return {
      ...deliveryMetrics({ days, environment, deployments, incidents, to }),
      providers,
    };
  }

  async #environments(
    entityRef: string,
    options: DeliveryServiceOptions,
  ): Promise<PromotionEnvironment[]> {
    const { documents, puller, environments } = this.#options;
    const { document } = await documents.getDocument(entityRef, options);
    await puller.ensureFresh(entityRef);
    const named = document?.environments?.items?.filter(({ name }) => name);
    return named?.length ? named : environments.map(name => ({ name }));
  }

  /** The environment that counts as production, else the last of the path. */
  #production(environments: readonly PromotionEnvironment[]): string {
    const names = promotionOrder(environments).map(({ name }) => name);
    return (
      this.#options.config.production.find(name => names.includes(name)) ??
      names[names.length - 1]
    );
  }

  async #providers(entityRef: string): Promise<ProviderState[]> {
    const { store, registry } = this.#options;
    const states = await store.getProviders(entityRef);
    return states
      .filter(({ id }) => registry.has(id))
      .map(({ retryAt: _retryAt, ...state }) => state);
  }
}
