import {
  deliveryMetrics,
  type DeliveryMetricsDays,
  type DeploymentPage,
  type HandoverDocument,
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

/** Entities whose environments are remembered, at most. */
const REMEMBERED = 10_000;

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
  readonly #lastEnvironments = new Map<string, PromotionEnvironment[]>();

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
    const { environments, found } = await this.#read(
      entityRef,
      options,
      places =>
        this.#options.store.getLatest(entityRef, {
          environments: promotionOrder(places).map(({ name }) => name),
          limit: HISTORY,
        }),
    );
    const { providers, deployments, runs } = found;
    return { ...promotionPath({ environments, deployments, runs }), providers };
  }

  async getMetrics(
    entityRef: string,
    query: { days?: DeliveryMetricsDays },
    options: DeliveryServiceOptions,
  ): Promise<Metrics> {
    const { days = 30 } = query;
    const to = this.#now();
    const { environments, found } = await this.#read(
      entityRef,
      options,
      places =>
        this.#options.store.getMeasured(entityRef, {
          environment: this.#production(places),
          // As long again before: what was deployed then is not new.
          since: new Date(to.getTime() - 2 * days * DAY_MS),
        }),
    );
    const environment = this.#production(environments);
    const { providers, deployments, incidents } = found;
    return {
      ...deliveryMetrics({ days, environment, deployments, incidents, to }),
      providers,
    };
  }

  /**
   * Reads what is stored of an entity's environments. Their names seldom change:
   * what is stored of those that it had last is read while its document is, and
   * read again only where they turn out to be others, or providers were waited
   * for.
   */
  async #read<T extends object>(
    entityRef: string,
    options: DeliveryServiceOptions,
    readStored: (environments: PromotionEnvironment[]) => Promise<T>,
  ): Promise<{
    environments: PromotionEnvironment[];
    found: T & { providers: ProviderState[] };
  }> {
    const { documents, puller } = this.#options;
    const read = async (environments: PromotionEnvironment[]) => {
      const [found, providers] = await Promise.all([
        readStored(environments),
        this.#providers(entityRef),
      ]);
      return { ...found, providers };
    };

    const last = this.#lastEnvironments.get(entityRef);
    const ahead = last && read(last);
    ahead?.catch(() => undefined);
    const { document } = await documents.getDocument(entityRef, options);
    const environments = this.#environmentsOf(document);
    const waited = await puller.ensureFresh(entityRef);
    if (ahead && !waited && isSame(last, environments)) {
      return { environments, found: await ahead };
    }
    if (this.#lastEnvironments.size >= REMEMBERED) {
      this.#lastEnvironments.clear();
    }
    this.#lastEnvironments.set(entityRef, environments);
    return { environments, found: await read(environments) };
  }

  #environmentsOf(
    document: HandoverDocument | undefined,
  ): PromotionEnvironment[] {
    const named = document?.environments?.items?.filter(({ name }) => name);
    return named?.length
      ? named.map(({ name, promotedFrom }) => ({ name, promotedFrom }))
      : this.#options.environments.map(name => ({ name }));
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

function isSame(
  a: readonly PromotionEnvironment[],
  b: readonly PromotionEnvironment[],
): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ name, promotedFrom }, index) =>
        name === b[index].name && promotedFrom === b[index].promotedFrom,
    )
  );
}
