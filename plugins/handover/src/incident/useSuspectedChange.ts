import type { Run } from '@backstage-handover/plugin-handover-common';
import {
  type SuspectedChange,
  suspectedChange,
} from '@backstage-handover/plugin-handover-common/delivery';
import type { Finding } from '@backstage-handover/plugin-handover-common/kubernetes';
import { useDelivery } from '../delivery/useDelivery';
import { useEnvironments } from '../environments';

/** The deployment after which an environment began to fail. */
export type SuspectedChangeReading =
  | { status: 'loading' | 'failed' | 'none' }
  /** With the runs that are known, of which one may have deployed it. */
  | ({ status: 'found'; runs: readonly Run[] } & SuspectedChange);

/** Finds the deployment after which an environment began to fail. */
export function useSuspectedChange({
  entityRef,
  environment,
  finding: { since, release },
}: {
  entityRef: string;
  environment: string;
  /** What fails there. */
  finding: Finding;
}): SuspectedChangeReading {
  const environments = useEnvironments();
  const delivery = useDelivery(entityRef);
  if (delivery.status !== 'ready') {
    return { status: delivery.status };
  }
  const { promotion, runs } = delivery.data;
  const step = promotion.environments.find(({ name }) =>
    environments.isSame(name, environment),
  );
  const found = step && suspectedChange({ step, since, release });
  return found
    ? {
        status: 'found',
        ...found,
        runs: [...(step.run ? [step.run] : []), ...runs.items],
      }
    : { status: 'none' };
}
