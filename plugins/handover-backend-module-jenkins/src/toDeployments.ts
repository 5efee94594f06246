import type {
  Deployment,
  DeploymentOutcome,
  Run,
  RunStage,
} from '@backstage-handover/plugin-handover-common';
import type { BuildStage } from './toRun';

const OUTCOMES: Partial<Record<RunStage['status'], DeploymentOutcome>> = {
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  // What it had done by then, it has done.
  cancelled: 'failed',
};

/**
 * A stage that a condition left out ends at once and says that it succeeded; one
 * that nobody allowed did nothing but wait. Nothing is deployed in less.
 */
const LEAST_MS = 1_000;

/**
 * The deployments of a run: Jenkins knows none, the names of stages tell.
 *
 * @param deployStage - with a group `environment`
 */
export function toDeployments(
  run: Run,
  stages: readonly BuildStage[],
  deployStage: RegExp,
): Deployment[] {
  return stages.flatMap(({ stage, busyMs }) => {
    const environment = deployStage
      .exec(stage.name.slice(0, 200))
      ?.groups?.environment?.trim();
    const outcome = OUTCOMES[stage.status];
    const { startedAt, finishedAt } = stage;
    if (!environment || !outcome || !startedAt) {
      return [];
    }
    if (finishedAt && busyMs < LEAST_MS) {
      return [];
    }
    return [
      {
        id: `${run.id}/${environment}`,
        provider: run.provider,
        environment,
        ...(run.commit && { commit: run.commit }),
        ...(run.actor && { actor: run.actor }),
        at: finishedAt ?? startedAt,
        outcome,
        runId: run.id,
        ...(run.url && { url: run.url }),
      },
    ];
  });
}
