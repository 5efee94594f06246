import { deploymentOfRelease } from '@backstage-handover/plugin-handover-common/delivery';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  type ClusterSetup,
  productionWorkloads,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { DocumentsService } from '../documents/DocumentsService';
import type { DeliveryStore } from './store';

/** How many recent deployments are searched for a failing release. */
const LATEST = 50;

type Options = {
  store: Pick<DeliveryStore, 'listDeployments' | 'putStarts'>;
  documents: Pick<DocumentsService, 'getEnvironments'>;
  /** Those that are configured. */
  environments: Environments;
  auth: AuthService;
};

/**
 * After each reading of clusters, records which deployments to production did not
 * start. Skips a release if the production workloads or its deployment can't be
 * identified.
 */
export class StartRecorder {
  readonly #options: Options;

  static create(options: Options): StartRecorder {
    return new StartRecorder(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async clustersRead(
    entityRef: string,
    { clusters, readAt }: { clusters: ClusterSetup[]; readAt: Date },
  ): Promise<void> {
    const { store, documents, environments, auth } = this.#options;
    const items = await documents.getEnvironments(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    const production = productionWorkloads({
      clusters,
      document: { environments: { items } },
      environments,
    });
    if ('missing' in production) {
      return;
    }
    const { environment, workloads } = production;
    const releases = workloads.map(workload => ({
      workload,
      name: JSON.stringify([
        workload.cluster,
        workload.namespace,
        workload.kind,
        workload.name,
      ]),
    }));
    const failing = releases.flatMap(({ workload: { start, images }, name }) =>
      start.state === 'failing' ? { images, name, since: start.since } : [],
    );
    const deployments =
      failing.length > 0
        ? (
            await store.listDeployments(entityRef, {
              environment,
              limit: LATEST,
            })
          ).items
        : [];
    await store.putStarts(entityRef, {
      failing: failing.flatMap(({ name, images, since }) => {
        const found = deploymentOfRelease({ deployments, images, since });
        return found
          ? {
              provider: found.provider,
              id: found.id,
              workload: name,
              since: new Date(since),
            }
          : [];
      }),
      started: releases.flatMap(({ workload, name }) =>
        workload.start.state === 'started' ? name : [],
      ),
      at: readAt,
    });
  }
}
