import type { RunStatus } from '@backstage-handover/plugin-handover-common';

/** Of pipelines and jobs, see `Ci::HasStatus` of GitLab. */
const STATUSES: Record<string, RunStatus> = {
  created: 'queued',
  waiting_for_resource: 'queued',
  waiting_for_callback: 'queued',
  preparing: 'queued',
  pending: 'queued',
  scheduled: 'queued',
  // It waits for somebody to start it.
  manual: 'queued',
  running: 'running',
  // Its jobs are still about to stop.
  canceling: 'running',
  success: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
  // None of it ran.
  skipped: 'cancelled',
};

/** A status that a later GitLab adds is not an end: those are known. */
export function toStatus(status: string): RunStatus {
  return STATUSES[status] ?? 'running';
}

/** Whether it is final, unless someone runs it again. */
export function isOver(status: RunStatus): boolean {
  return status !== 'queued' && status !== 'running';
}
