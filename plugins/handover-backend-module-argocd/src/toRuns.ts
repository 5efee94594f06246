import type { Run, RunStage } from '@backstage-handover/plugin-handover-common';
import {
  entryOf,
  syncedBy,
  toActor,
  toCommit,
  toId,
  toStatus,
} from './operations';
import type { Application, HistoryEntry, OperationState } from './schemas';

/** What Argo CD says of the sync, https://argo-cd.readthedocs.io/en/stable/core_concepts/. */
const SYNC = new Map<string, RunStage['status']>([
  ['Synced', 'succeeded'],
  // Something waits to be synced.
  ['OutOfSync', 'queued'],
  ['Unknown', 'skipped'],
]);

/** What it says of what it synced, https://argo-cd.readthedocs.io/en/stable/operator-manual/health/. */
const HEALTH = new Map<string, RunStage['status']>([
  ['Healthy', 'succeeded'],
  ['Progressing', 'running'],
  ['Degraded', 'failed'],
  ['Suspended', 'queued'],
  ['Missing', 'queued'],
  ['Unknown', 'skipped'],
]);

/** The sync operations of an application as runs, the latest first. */
export function toRuns(application: Application, url: string): Run[] {
  const { history, operationState } = application.status;
  const entries = history ?? [];
  const entry = operationState ? entryOf(operationState, entries) : undefined;
  const latest = operationState
    ? toRunOfOperation(application, operationState, entry)
    : undefined;
  const earlier = entries
    .filter(each => !latest || each !== entry)
    .map(each => toRunOfEntry(application, each));
  return [latest, ...earlier.reverse()]
    .filter(run => run !== undefined)
    .sort((a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? ''))
    .map((run, index) => ({
      ...run,
      // Argo CD reports the current state for the latest sync only.
      ...(index === 0 && { stages: toStages(application) }),
      url,
    }));
}

function toRunOfOperation(
  application: Application,
  operation: OperationState,
  entry: HistoryEntry | undefined,
): Run | undefined {
  const status = toStatus(operation);
  const startedAt = entry?.deployStartedAt ?? operation.startedAt;
  if (!status || !startedAt) {
    return undefined;
  }
  const commit = toCommit(syncedBy(operation));
  const actor = toActor(operation.operation?.initiatedBy);
  return {
    id: toId(application, startedAt),
    provider: 'argocd',
    pipeline: application.metadata.name,
    status,
    stages: [],
    ...(commit && { commit }),
    ...(actor && { actor }),
    startedAt,
    // One that is tried again has the end of the last try.
    ...(status !== 'running' &&
      operation.finishedAt && { finishedAt: operation.finishedAt }),
  };
}

/** Only operations that succeeded leave an entry. */
function toRunOfEntry(
  application: Application,
  entry: HistoryEntry,
): Run | undefined {
  const { deployStartedAt, deployedAt } = entry;
  if (!deployStartedAt) {
    return undefined;
  }
  const commit = toCommit(entry);
  const actor = toActor(entry.initiatedBy);
  return {
    id: toId(application, deployStartedAt),
    provider: 'argocd',
    pipeline: application.metadata.name,
    status: 'succeeded',
    // It was then, whatever came after: a run without stages keeps those that
    // were found while it was the latest.
    stages: [{ name: 'Synced', status: 'succeeded' }],
    ...(commit && { commit }),
    ...(actor && { actor }),
    startedAt: deployStartedAt,
    ...(deployedAt && { finishedAt: deployedAt }),
  };
}

function toStages({ status }: Application): RunStage[] {
  return [
    { name: status.sync?.status ?? '', statuses: SYNC },
    { name: status.health?.status ?? '', statuses: HEALTH },
  ].flatMap(({ name, statuses }) => {
    const found = statuses.get(name);
    return found ? [{ name, status: found }] : [];
  });
}
