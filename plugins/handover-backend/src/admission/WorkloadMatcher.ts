import {
  environmentsAt,
  parseSelector,
  type WorkloadChange,
} from '@backstage-handover/plugin-handover-common/admission';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { KUBERNETES_ID } from '@backstage-handover/plugin-handover-common/kubernetes';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { DocumentsService } from '../documents/DocumentsService';
import type { EntitiesService } from '../entities/EntitiesService';

/** What a workload belongs to, or why nobody knows. */
export type Match =
  | { entityRef: string; environment: string }
  | { problem: string };

type Labels = Record<string, string>;

type Options = {
  entities: Pick<
    EntitiesService,
    'resolveKey' | 'findSelectors' | 'findEnvironments'
  >;
  documents: Pick<DocumentsService, 'getEnvironments'>;
  /** Those that are configured. */
  environments: Environments;
  /** The names of the clusters that ask. */
  clusters: readonly string[];
};

/**
 * Finds the entity that a workload belongs to, and which of its environments the
 * namespace is.
 */
export class WorkloadMatcher {
  readonly #options: Options;

  static create(options: Options): WorkloadMatcher {
    return new WorkloadMatcher(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async match(
    cluster: string,
    change: WorkloadChange,
    options: { credentials: BackstageCredentials },
  ): Promise<Match> {
    const { namespace } = change;
    const place = { cluster, namespace };
    const entityRefs = await this.#entitiesOf(change, place);
    if (entityRefs.length === 0) {
      return {
        problem: `${describe(change)} belongs to no entity of the catalog`,
      };
    }
    if (entityRefs.length > 1) {
      return {
        problem: `${describe(change)} belongs to several entities: ${listed(
          entityRefs,
        )}`,
      };
    }
    const [entityRef] = entityRefs;
    const environments = await this.#environmentsOf(entityRef, place, options);
    if (environments.length === 1) {
      return { entityRef, environment: environments[0] };
    }
    const where = `in the namespace ${namespace} of the cluster ${cluster}`;
    return {
      problem:
        environments.length === 0
          ? `The handover of ${entityRef} documents no environment ${where}`
          : `The handover of ${entityRef} documents several environments ${where}: ${listed(
              environments,
            )}`,
    };
  }

  /**
   * What a workload belonged to before the change counts first: whoever changes
   * its labels does not choose whose gate it is.
   */
  async #entitiesOf(
    { labels, previousLabels }: WorkloadChange,
    place: { cluster: string; namespace: string },
  ): Promise<string[]> {
    const before = previousLabels && (await this.#find(previousLabels, place));
    if (before && before.length > 0) {
      return before;
    }
    const now = await this.#find(labels, place);
    return now.length > 0 ? now : this.#findByPlace(place);
  }

  /** By the label that names the entity, or else by the selectors of entities. */
  async #find(
    labels: Labels,
    place: { cluster: string; namespace: string },
  ): Promise<string[]> {
    const { entities } = this.#options;
    const id = labels[KUBERNETES_ID];
    if (id) {
      const named = await entities.resolveKey({
        type: 'kubernetes-id',
        value: id,
      });
      if (named.length > 0) {
        return named;
      }
    }
    const selectors = await entities.findSelectors(place);
    const selecting = selectors.filter(({ selector }) =>
      parseSelector(selector)?.matches(labels),
    );
    return unique(selecting.map(({ entityRef }) => entityRef));
  }

  /** The entity that has the namespace to itself. */
  async #findByPlace(place: {
    cluster: string;
    namespace: string;
  }): Promise<string[]> {
    const found = await this.#options.entities.findEnvironments({
      namespace: place.namespace,
    });
    const there = found.filter(
      ({ cluster }) =>
        cluster === undefined || isSameName(cluster, place.cluster),
    );
    const owners = unique(there.map(({ entityRef }) => entityRef));
    return owners;
  }

  async #environmentsOf(
    entityRef: string,
    place: { cluster: string; namespace: string },
    options: { credentials: BackstageCredentials },
  ): Promise<string[]> {
    const { documents, clusters, environments } = this.#options;
    const documented = await documents.getEnvironments(entityRef, options);
    return environmentsAt(documented, {
      ...place,
      clusters,
      known: environments,
    });
  }
}

/** A workload in a message. */
export function describe({ kind, name, namespace }: WorkloadChange): string {
  return `${kind} ${namespace}/${name}`;
}

function isSameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}

const MAX_LISTED = 5;

function listed(names: string[]): string {
  return names.length > MAX_LISTED
    ? `${names.slice(0, MAX_LISTED).join(', ')} and others`
    : names.join(', ');
}
