import type {
  Deployment,
  Run,
} from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';

/**
 * Runs with what is stored of their stages, where a provider gave none: it asks
 * for those of the latest runs only. A run that went on since, or is another
 * one with the same number, keeps nothing.
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
 * Deployments with the artifact that is stored of them, and the commit that was
 * told with it, where a provider gave none: it may know only what is in place.
 * When the change was merged is kept in the same way.
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

/** What is stored of some that one provider told of, by id. */
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
