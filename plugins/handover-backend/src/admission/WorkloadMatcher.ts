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

type Place = { cluster: string; namespace: string };

/** An entity, with its environments in a place. */
type Owner = { entityRef: string; environments: string[] };

type Options = {
  entities: Pick<
    EntitiesService,
    'resolveKey' | 'findSelectors' | 'findEnvironments' | 'outdatedSince'
  >;
  documents: Pick<DocumentsService, 'getDocument' | 'getEnvironments'>;
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
    const { namespace, labels, previousLabels } = change;
    const place = { cluster, namespace };
    // What a workload belonged to before the change counts first: whoever changes
    // its labels does not choose whose gate it is.
    const before =
      previousLabels && (await this.#find(previousLabels, place, options));
    const found = before?.owners.length
      ? before
      : await this.#find(labels, place, options);
    const where = `in the namespace ${namespace} of the cluster ${cluster}`;
    if (found.owners.length === 0) {
      const since = await this.#options.entities.outdatedSince();
      if (since) {
        // The entity may only be missing here.
        throw new Error(
          `The mirror of the catalog was last updated at ${since.toISOString()}`,
        );
      }
      return { problem: whyNone(change, found.others, where) };
    }
    if (found.owners.length > 1) {
      return {
        problem: `${describe(change)} belongs to several entities: ${listed(
          found.owners.map(({ entityRef }) => entityRef),
        )}`,
      };
    }
    const [{ entityRef, environments }] = found.owners;
    return environments.length === 1
      ? { entityRef, environment: environments[0] }
      : {
          problem: `The handover of ${entityRef} documents several environments ${where}: ${listed(
            environments,
          )}`,
        };
  }

  /**
   * By the label that names the entity, or else by the selectors of entities, or
   * else the entity that has the namespace to itself. Only those that have an
   * environment in this place own what runs there: a label that names another
   * one changes nothing.
   */
  async #find(
    labels: Labels,
    place: Place,
    options: { credentials: BackstageCredentials },
  ): Promise<{ owners: Owner[]; others: string[] }> {
    const others: string[] = [];
    for (const find of [this.#byId, this.#bySelector, this.#byPlace]) {
      const candidates = await find.call(this, labels, place);
      const there = await Promise.all(
        candidates.map(async entityRef => ({
          entityRef,
          environments: await this.#environmentsOf(entityRef, place, options),
        })),
      );
      const owners = there.filter(
        ({ environments }) => environments.length > 0,
      );
      if (owners.length > 0) {
        return { owners, others: [] };
      }
      others.push(...candidates);
    }
    return { owners: [], others: unique(others) };
  }

  async #byId(labels: Labels): Promise<string[]> {
    const id = labels[KUBERNETES_ID];
    return id
      ? this.#options.entities.resolveKey({ type: 'kubernetes-id', value: id })
      : [];
  }

  async #bySelector(labels: Labels, place: Place): Promise<string[]> {
    const selectors = await this.#options.entities.findSelectors(place);
    const selecting = selectors.filter(({ selector }) =>
      parseSelector(selector)?.matches(labels),
    );
    return unique(selecting.map(({ entityRef }) => entityRef));
  }

  async #byPlace(_labels: Labels, place: Place): Promise<string[]> {
    const found = await this.#options.entities.findEnvironments({
      namespace: place.namespace,
    });
    return unique(found.map(({ entityRef }) => entityRef));
  }

  async #environmentsOf(
    entityRef: string,
    place: Place,
    options: { credentials: BackstageCredentials },
  ): Promise<string[]> {
    const { documents, clusters, environments } = this.#options;
    const documented = await documents.getEnvironments(entityRef, options);
    if (documented.length === 0) {
      const { status } = await documents.getDocument(entityRef, options);
      if (status === 'invalid' || status === 'unreachable') {
        // Which environments it has is not known.
        throw new Error(`The handover of ${entityRef} is ${status}`);
      }
    }
    return environmentsAt(documented, {
      ...place,
      clusters,
      known: environments,
    });
  }
}

function whyNone(
  change: WorkloadChange,
  candidates: string[],
  where: string,
): string {
  if (candidates.length === 0) {
    return `${describe(change)} belongs to no entity of the catalog`;
  }
  return candidates.length === 1
    ? `The handover of ${candidates[0]} documents no environment ${where}`
    : `${describe(change)} belongs to several entities: ${listed(
        candidates,
      )}. None of them documents an environment ${where}`;
}

/** A workload in a message. */
export function describe({ kind, name, namespace }: WorkloadChange): string {
  return `${kind} ${namespace}/${name}`;
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
