import type {
  ChangeKind,
  Verdict,
} from '@backstage-handover/plugin-handover-common';
import type {
  MetricsService,
  MetricsServiceCounter,
} from '@backstage/backend-plugin-api/alpha';

/** The metrics of the gate. */
export type GateMetrics = {
  decisions: MetricsServiceCounter<{ verdict: Verdict; change: ChangeKind }>;
};

export function createGateMetrics(metrics: MetricsService): GateMetrics {
  return {
    decisions: metrics.createCounter('handover.gate.decisions', {
      description: 'Decisions of the gate, by verdict and kind of change',
      unit: '{decision}',
    }),
  };
}
