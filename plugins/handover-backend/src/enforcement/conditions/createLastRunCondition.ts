import type { Run } from '@backstage-handover/plugin-handover-common';
import { lastRuns } from '@backstage-handover/plugin-handover-common/delivery';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';
import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  DeliveryEvidence,
  DeliveryService,
} from '../../delivery/DeliveryService';
import type { AskedCondition } from '../../gate/contributors/AskedCondition';
import { ifReadable } from './ifReadable';
import { isOutdated, linked, quoted } from './texts';

/** The last run of each pipeline on the main branch passed. */
export function createLastRunCondition(options: {
  environments: Environments;
  delivery: Pick<DeliveryService, 'findLastRuns'>;
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
      const evidence = await delivery.findLastRuns(entityRef, {
        credentials: await auth.getOwnServiceCredentials(),
      });
      const pipelines = required(environment);
      return ifReadable(
        evidence,
        decide(evidence, Array.isArray(pipelines) ? pipelines : undefined),
      );
    },
  };
}

function decide(
  { items, outdated }: DeliveryEvidence<Run>,
  pipelines: readonly string[] | undefined,
): ConditionResult {
  const { runs, underWay, missing } = lastRuns(items, pipelines);
  const failed = runs.find(({ status }) => status === 'failed');
  if (failed) {
    return { outcome: 'fail', ...explain(failed, 'failed') };
  }
  if (underWay.length > 0) {
    return {
      outcome: 'unknown',
      ...explain(underWay[0], 'has not finished yet'),
    };
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
    if (outdated.length > 0) {
      return { outcome: 'unknown', reason: isOutdated(outdated[0]) };
    }
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
