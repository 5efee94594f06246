import type {
  Artifact,
  Deployment,
  DeploymentOutcome,
  RunStatus,
} from '@backstage-handover/plugin-handover-common';
import {
  entryOf,
  isRehearsalOrPart,
  syncedBy,
  toActor,
  toChart,
  toCommit,
  toId,
  toStatus,
} from './operations';
import type { Application, HistoryEntry, OperationState } from './schemas';

const ENVIRONMENT_LABELS = [
  'environment',
  'env',
  'app.kubernetes.io/environment',
];

const OUTCOMES: Partial<Record<RunStatus, DeploymentOutcome>> = {
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  // What it had done by then, it has done.
  cancelled: 'failed',
};

/**
 * The deployments of an application: the entries of its history, and the latest
 * sync operation where it left none.
 *
 * @param options.image - what an entry of the history put there
 */
export function toDeployments(
  application: Application,
  options: {
    url: string;
    image?: { entry: HistoryEntry; artifact: Artifact };
    /** Its version is that of an image, and not that of a chart. */
    hasImage: boolean;
  },
): Deployment[] {
  const environment = toEnvironment(application);
  if (!environment) {
    return [];
  }
  const { image } = options;
  const imageId = image && toDeploymentId(application, image.entry);
  const { history, operationState } = application.status;
  const entries = history ?? [];
  const found = entries.map(entry => toDeploymentOfEntry(application, entry));
  if (
    operationState &&
    !isRehearsalOrPart(operationState) &&
    !entryOf(operationState, entries)
  ) {
    found.push(toDeploymentOfOperation(application, operationState));
  }
  return found
    .reverse()
    .filter(each => each !== undefined)
    .map(({ chart, commit, ...deployment }) => {
      const ofImage = deployment.id === imageId ? image?.artifact : undefined;
      const artifact = ofImage ?? (options.hasImage ? undefined : chart);
      return {
        ...deployment,
        // It is of the manifests: environments with the same image differ in it.
        ...(commit && !ofImage && { commit }),
        provider: 'argocd',
        environment,
        ...(artifact && { artifact }),
        url: options.url,
      };
    });
}

/** The id of the deployment for an entry of the history. */
function toDeploymentId(
  application: Application,
  { deployStartedAt, id }: HistoryEntry,
): string {
  return toId(application, deployStartedAt ?? id);
}

type Found = Omit<Deployment, 'provider' | 'environment'> & {
  chart?: Artifact;
};

function toDeploymentOfEntry(
  application: Application,
  entry: HistoryEntry,
): Found | undefined {
  const { deployStartedAt, initiatedBy } = entry;
  const at = entry.deployedAt ?? deployStartedAt;
  if (!at) {
    return undefined;
  }
  const commit = toCommit(entry);
  const actor = toActor(initiatedBy);
  const chart = toChart(entry);
  return {
    id: toDeploymentId(application, entry),
    ...(chart && { chart }),
    ...(commit && { commit }),
    ...(actor && { actor }),
    at,
    outcome: 'succeeded',
    ...(deployStartedAt && { runId: toId(application, deployStartedAt) }),
  };
}

function toDeploymentOfOperation(
  application: Application,
  operation: OperationState,
): Found | undefined {
  const { startedAt, finishedAt } = operation;
  const status = toStatus(operation);
  const outcome = status && OUTCOMES[status];
  if (!startedAt || !outcome) {
    return undefined;
  }
  const synced = syncedBy(operation);
  const commit = toCommit(synced);
  const actor = toActor(operation.operation?.initiatedBy);
  const chart = toChart(synced);
  const id = toId(application, startedAt);
  return {
    id,
    ...(chart && { chart }),
    ...(commit && { commit }),
    ...(actor && { actor }),
    at: (outcome !== 'running' && finishedAt) || startedAt,
    outcome,
    runId: id,
  };
}

function toEnvironment({ metadata, spec }: Application): string | undefined {
  const labels = metadata.labels ?? {};
  const { namespace, name } = spec.destination;
  return (
    ENVIRONMENT_LABELS.map(key => labels[key]).find(Boolean) ||
    namespace ||
    // What has no namespace has a cluster.
    name ||
    undefined
  );
}
