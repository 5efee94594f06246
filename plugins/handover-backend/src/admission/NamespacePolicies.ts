import { matchesNamespace } from '@backstage-handover/plugin-handover-common/admission';
import type { AdmissionPolicy, ClusterConfig } from './config';

/** Knows which policy the namespaces of each cluster have. */
export class NamespacePolicies {
  readonly #clusters: readonly ClusterConfig[];

  static create(options: {
    clusters: readonly ClusterConfig[];
  }): NamespacePolicies {
    return new NamespacePolicies(options.clusters);
  }

  private constructor(clusters: readonly ClusterConfig[]) {
    this.#clusters = clusters;
  }

  /** @throws Error if the cluster is not configured. */
  policyOf(cluster: string, namespace: string): AdmissionPolicy {
    const config = this.#clusters.find(({ name }) => name === cluster);
    if (!config) {
      throw new Error(`The cluster '${cluster}' is not configured`);
    }
    return (
      config.namespaces.find(({ match }) =>
        matchesNamespace(match, namespace),
      ) ?? config
    );
  }
}
