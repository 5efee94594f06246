import type { KubernetesFactReader } from './KubernetesFactReader';
import type { KubernetesStore, StoredReading } from './store';

type Options = {
  store: Pick<KubernetesStore, 'readReadings'>;
  /** How old a reading can be that is believed. */
  maxAgeMs: number;
  /** The clock, of the system unless given. */
  now?: () => Date;
};

type Answer = Awaited<ReturnType<KubernetesFactReader['readClusters']>>;

/** Answers from stored readings, as long as they are not too old. */
export class DefaultKubernetesFactReader implements KubernetesFactReader {
  readonly #options: Options;

  static create(options: Options): DefaultKubernetesFactReader {
    return new DefaultKubernetesFactReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async readClusters(entityRefs: readonly string[]): Promise<Answer> {
    const readings = await this.#options.store.readReadings(entityRefs);
    return new Map(
      entityRefs.map(ref => [
        ref,
        readings.has(ref)
          ? this.#believed(readings.get(ref))
          : { missing: 'it has no annotation of the Kubernetes plugin' },
      ]),
    );
  }

  #believed(
    stored: StoredReading | undefined,
  ): NonNullable<ReturnType<Answer['get']>> {
    if (!stored) {
      return { missing: 'the clusters were not read yet' };
    }
    const { reading, readAt } = stored;
    const { maxAgeMs, now = () => new Date() } = this.#options;
    // A clock that was set back must not keep a reading for longer.
    if (Math.abs(now().getTime() - readAt.getTime()) > maxAgeMs) {
      return {
        missing: `the clusters were last read at ${readAt.toISOString()}`,
      };
    }
    return 'problem' in reading
      ? { missing: `the clusters could not be read: ${reading.problem}` }
      : reading;
  }
}
