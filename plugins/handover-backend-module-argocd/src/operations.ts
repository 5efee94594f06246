import type {
  Artifact,
  RunStatus,
} from '@backstage-handover/plugin-handover-common';
import type {
  Application,
  HistoryEntry,
  OperationState,
  Synced,
} from './schemas';

// What Argo CD tells of its sync operations: the latest one, and of those before
// it the ones that succeeded.

const STATUSES = new Map<string | undefined, RunStatus>([
  ['Running', 'running'],
  // It still runs.
  ['Terminating', 'running'],
  ['Succeeded', 'succeeded'],
  ['Failed', 'failed'],
  ['Error', 'failed'],
]);

/** Undefined for phases that a later Argo CD adds. */
export function toStatus(operation: OperationState): RunStatus | undefined {
  const status = STATUSES.get(operation.phase);
  // Somebody, or a timeout, ended it: there is no phase for this.
  const isTerminated =
    status === 'failed' &&
    /^Operation terminat(?:ed|ion)/.test(operation.message ?? '');
  return isTerminated ? 'cancelled' : status;
}

/** Argo CD does not count these as deployed: they leave no entry. */
export function isRehearsalOrPart({ operation }: OperationState): boolean {
  return (
    operation?.sync?.dryRun === true ||
    Boolean(operation?.sync?.resources?.length)
  );
}

/** The entry of the history that an operation left. */
export function entryOf(
  operation: OperationState,
  history: readonly HistoryEntry[],
): HistoryEntry | undefined {
  const { phase, startedAt } = operation;
  if (!startedAt) {
    return undefined;
  }
  const hasEntry = phase === 'Succeeded' && !isRehearsalOrPart(operation);
  return history.findLast(
    ({ deployStartedAt, deployedAt }) =>
      deployStartedAt === startedAt ||
      // Old versions report the start of the operation a second late.
      (hasEntry && deployedAt !== undefined && deployedAt >= startedAt),
  );
}

/**
 * What an operation, and the deployment that it makes, are known by: an entry
 * has the beginning of its operation, whose id is not known before it succeeds.
 * Unlike the name, the UID is not used again.
 */
export function toId(
  application: Application,
  begun: string | number | undefined,
): string {
  return `${application.metadata.uid}/${begun}`;
}

/** Who began it, as Argo CD's own pages call them. */
export function toActor(
  initiatedBy: HistoryEntry['initiatedBy'],
): string | undefined {
  return initiatedBy?.automated
    ? 'automated sync policy'
    : initiatedBy?.username || undefined;
}

/** What an operation syncs, or is about to. */
export function syncedBy({ operation, syncResult }: OperationState): Synced {
  return syncResult && changesOf(syncResult).length > 0
    ? syncResult
    : operation?.sync ?? {};
}

/** The revisions, each with the chart whose version it is. */
function changesOf({ revision, revisions, source, sources }: Synced) {
  return revisions?.length
    ? revisions.map((each, index) => ({
        revision: each,
        chart: sources?.[index]?.chart,
      }))
    : [{ revision, chart: source?.chart }].filter(each => each.revision);
}

/** The commit, where only one source has one. */
export function toCommit(synced: Synced): string | undefined {
  const commits = new Set(
    changesOf(synced)
      .filter(({ chart }) => !chart)
      .map(({ revision }) => revision)
      .filter(revision => /^[0-9a-f]{40}$/i.test(revision ?? '')),
  );
  return commits.size === 1 ? [...commits][0] : undefined;
}

/** The chart, where only one source is one. */
export function toChart(synced: Synced): Artifact | undefined {
  const charts = changesOf(synced).filter(({ chart }) => chart);
  return charts.length === 1
    ? { name: charts[0].chart, version: charts[0].revision }
    : undefined;
}

/** Whether both are of the same revisions. */
export function isSame(a: Synced, b: Synced): boolean {
  return JSON.stringify(changesOf(a)) === JSON.stringify(changesOf(b));
}
