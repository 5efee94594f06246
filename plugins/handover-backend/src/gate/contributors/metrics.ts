import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';

export type ContributorKind =
  | 'calendar source'
  | 'condition'
  | 'override source';

export type ContributorOutcome = 'ok' | 'failed' | 'timeout' | 'invalid';

/** What the gate measures of its contributors. */
export type ContributorMetrics = {
  answers: MetricsServiceCounter<{
    kind: ContributorKind;
    id: string;
    outcome: ContributorOutcome;
  }>;
  duration: MetricsServiceHistogram<{ kind: ContributorKind; id: string }>;
};

export function createContributorMetrics(
  metrics: MetricsService,
): ContributorMetrics {
  return {
    answers: metrics.createCounter('handover.gate.contributor.answers', {
      description:
        'Results of calendar sources, conditions and override sources',
      unit: '{answer}',
    }),
    duration: metrics.createHistogram('handover.gate.contributor.duration', {
      description: 'How long a contributor of the gate took to respond',
      unit: 's',
      advice: {
        explicitBucketBoundaries: [
          0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
        ],
      },
    }),
  };
}
