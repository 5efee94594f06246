import type {
  MetricsQueryOptions,
  MetricsSeries,
  MetricsSource,
} from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { KEY, type PrometheusInstance, readPrometheusConfig } from './config';
import { PrometheusClient } from './PrometheusClient';

/** The annotation of Backstage's Prometheus plugin. */
const INSTANCE = 'prometheus.io/service-name';

/** What Prometheus before 3.0 also calls a warning, without a result missing. */
const HARMLESS = /^PromQL info\b/;

/**
 * Runs queries in one Prometheus.
 *
 * @public
 */
export class PrometheusSource implements MetricsSource {
  /** {@inheritDoc @backstage-handover/plugin-handover-node#MetricsSource.id} */
  readonly id: string;
  /** {@inheritDoc @backstage-handover/plugin-handover-node#MetricsSource.title} */
  readonly title: string;
  readonly #instance: PrometheusInstance;
  readonly #names: readonly string[];
  readonly #client: PrometheusClient;

  /**
   * Creates a source for each configured instance.
   *
   * @throws Error that names the key or the instance which is wrong
   */
  static fromConfig(config: Config): PrometheusSource[] {
    const { instances } = readPrometheusConfig(config);
    const names = instances.map(({ name }) => name);
    return instances.map(each => new PrometheusSource(each, names));
  }

  private constructor(instance: PrometheusInstance, names: readonly string[]) {
    this.id = `prometheus:${instance.name}`;
    this.title =
      names.length > 1 ? `Prometheus '${instance.name}'` : 'Prometheus';
    this.#instance = instance;
    this.#names = names;
    this.#client = PrometheusClient.create(instance, { title: this.title });
  }

  /** One instance has the metrics of an entity: the one that it names, or the first. */
  appliesTo(entity: Entity): boolean {
    const wanted = toInstanceName(entity);
    const [first] = this.#names;
    // A name that no instance has is a mistake, which the first one reports.
    return wanted !== undefined && this.#names.includes(wanted)
      ? wanted === this.#instance.name
      : first === this.#instance.name;
  }

  /** {@inheritDoc @backstage-handover/plugin-handover-node#MetricsSource.queryUrl} */
  queryUrl(query: string): string {
    const parameters = new URLSearchParams({
      'g0.expr': query,
      'g0.tab': '0',
      'g0.range_input': '1h',
    });
    return `${this.#instance.externalUrl}/graph?${parameters}`;
  }

  /** {@inheritDoc @backstage-handover/plugin-handover-node#MetricsSource.queryRange} */
  async queryRange(options: MetricsQueryOptions): Promise<MetricsSeries[]> {
    const { entity, signal, rateLimits } = options;
    const wanted = toInstanceName(entity);
    if (wanted !== undefined && !this.#names.includes(wanted)) {
      throw new Error(
        `The annotation '${INSTANCE}' names '${wanted}', which is not in '${KEY}'`,
      );
    }
    const { data, warnings, isPartial } = await rateLimits.ask(
      this.#instance.name,
      () => this.#client.queryRange(options, signal),
    );
    if (isPartial || warnings.some(each => !HARMLESS.test(each))) {
      throw new Error(`${this.title} returned a partial result or a warning`);
    }
    return data.result.map(({ values }) => ({
      samples: values.map(([seconds, value]) => ({
        // The seconds are a decimal number, which binary ones only come close to.
        at: Math.round(seconds * 1_000),
        value,
      })),
    }));
  }
}

function toInstanceName({ metadata }: Entity): string | undefined {
  return metadata.annotations?.[INSTANCE]?.trim() || undefined;
}
