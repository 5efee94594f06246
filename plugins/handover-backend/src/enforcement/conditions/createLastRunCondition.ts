import type { Run } from '@backstage-handover/plugin-handover-common';
import { lastRuns } from '@backstage-handover/plugin-handover-common/delivery';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { DeliveryService } from '../../delivery/DeliveryService';
import type { AskedCondition } from '../../gate/contributors/AskedCondition';
import { ifReadable } from './ifReadable';
import { linked, quoted } from './texts';

/** Runs of all branches that are searched for the last ones on the main branch. */
const MAX_RUNS = 200;

/** The last finished run of each pipeline on the main branch passed. */
export function createLastRunCondition(options: {
  environments: Environments;
  delivery: Pick<DeliveryService, 'listRuns'>;
  auth: AuthService;
}): AskedCondition {
  const { environments, delivery, auth } = options;
  const required = (environment: string) =>
    environments.requirementsOf(environments.resolve(environment))
      .lastRunPassed;
  return {
    id: 'last-run-passed',
    title: 'Last run passed',
    appliesTo: environment => required(environment) !== false,
    async evaluate({ entityRef, environment }) {
      const { items, providers } = await delivery.listRuns(
        entityRef,
        { limit: MAX_RUNS },
        {
          credentials: await auth.getOwnServiceCredentials(),
          waitForProviders: true,
        },
      );
      const pipelines = required(environment);
      return ifReadable(
        providers,
        decide(items, Array.isArray(pipelines) ? pipelines : undefined),
      );
    },
  };
}

function decide(
  items: readonly Run[],
  pipelines: readonly string[] | undefined,
): ConditionResult {
  const { runs, missing } = lastRuns(items, pipelines);
  const failed = runs.find(({ status }) => status === 'failed');
  if (failed) {
    return { outcome: 'fail', ...explain(failed, 'failed') };
  }
  const other = runs.find(({ status }) => status !== 'succeeded');
  if (other) {
    const what =
      other.status === 'cancelled'
        ? 'was cancelled'
        : 'finished without a known result';
    return { outcome: 'unknown', ...explain(other, what) };
  }
  if (missing.length > 0 || runs.length === 0) {
    const of = missing.length > 0 ? ` of ${quoted(missing[0])}` : '';
    return {
      outcome: 'unknown',
      reason: `No finished run${of} on the branch main or master is known.`,
    };
  }
  return { outcome: 'pass' };
}

function explain({ pipeline, branch, url }: Run, what: string) {
  return {
    reason: `The last run of ${quoted(pipeline)} on ${branch} ${what}.`,
    ...linked(url),
  };
}
