import type {
  Deployment,
  DeploymentOutcome,
  Run,
  RunStage,
} from '@backstage-handover/plugin-handover-common';

const OUTCOMES: Partial<Record<RunStage['status'], DeploymentOutcome>> = {
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
};

/**
 * A stage that a condition left out ends at once and says that it succeeded.
 * Nothing is deployed in less.
 */
const LEAST_MS = 1_000;

/**
 * The deployments of a run: Jenkins knows none, the names of stages tell.
 *
 * @param deployStage - with a group `environment`
 */
export function toDeployments(run: Run, deployStage: RegExp): Deployment[] {
  return run.stages.flatMap(stage => {
    const environment = deployStage
      .exec(stage.name.slice(0, 200))
      ?.groups?.environment?.trim()
      .toLowerCase();
    const outcome = OUTCOMES[stage.status];
    const { startedAt, finishedAt } = stage;
    if (!environment || !outcome || !startedAt) {
      return [];
    }
    if (
      finishedAt &&
      Date.parse(finishedAt) - Date.parse(startedAt) < LEAST_MS
    ) {
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
