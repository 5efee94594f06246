import type {
  Deployment,
  Run,
} from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';

/**
 * Adds stored data to finished runs without stages, because providers only read
 * the stages of the latest runs. A run that continued since, or a different run
 * with the same number, stays as it is.
 */
export async function withKnownStages(
  tx: Knex,
  entityRef: string,
  runs: Run[],
): Promise<Run[]> {
  const isBare = ({ stages, finishedAt }: Run) =>
    stages.length === 0 && finishedAt !== undefined;
  const stored = await readStored<Run>(
    tx('delivery_runs').select('id', 'run as json'),
    entityRef,
    runs.filter(isBare),
  );
  return runs.map(run => {
    const known = stored.get(run.id);
    return isBare(run) &&
      known?.finishedAt === run.finishedAt &&
      known?.startedAt === run.startedAt
      ? { ...run, ...known }
      : run;
  });
}

/**
 * Adds the stored artifact and its commit to deployments without an artifact,
 * because a provider may only know the current one. The merge time is kept in
 * the same way.
 */
export async function withKnownArtifacts(
  tx: Knex,
  entityRef: string,
  deployments: Deployment[],
): Promise<Deployment[]> {
  const without = deployments.filter(
    ({ artifact, mergedAt }) => !artifact || !mergedAt,
  );
  const stored = await readStored<Deployment>(
    tx('delivery_deployments').select('id', 'deployment as json'),
    entityRef,
    without,
  );
  return deployments.map(deployment => {
    const known = stored.get(deployment.id);
    const merged =
      deployment.mergedAt ?? known?.mergedAt
        ? { mergedAt: deployment.mergedAt ?? known?.mergedAt }
        : {};
    if (deployment.artifact || !known?.artifact) {
      return { ...deployment, ...merged };
    }
    const { commit: _commit, ...rest } = deployment;
    return {
      ...rest,
      ...merged,
      artifact: known.artifact,
      ...(known.commit && { commit: known.commit }),
    };
  });
}

/** Reads the stored data of one provider, by id. */
async function readStored<T>(
  query: Knex.QueryBuilder,
  entityRef: string,
  wanted: readonly { id: string; provider: string }[],
): Promise<Map<string, T>> {
  if (wanted.length === 0) {
    return new Map();
  }
  const rows: { id: string; json: string }[] = await query
    .where({ entity_ref: entityRef, provider: wanted[0].provider })
    .whereIn(
      'id',
      wanted.map(({ id }) => id),
    );
  return new Map(rows.map(({ id, json }) => [id, JSON.parse(json)]));
}
