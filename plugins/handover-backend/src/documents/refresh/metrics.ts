import type { DocumentStatus } from '@backstage-handover/plugin-handover-common';
import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import type { ReadOutcome, RecordResult } from '../store';

/** The metrics of document refreshes. */
export type RefreshMetrics = {
  /** Seconds that reading one document took. */
  duration: MetricsServiceHistogram<{ outcome: ReadOutcome['status'] }>;
  outcomes: MetricsServiceCounter<{
    outcome: ReadOutcome['status'];
    result: RecordResult['result'];
  }>;
};

/**
 * @param countByStatus - Asked whenever metrics are collected.
 */
export function createRefreshMetrics(
  metrics: MetricsService,
  countByStatus: () => Promise<Record<DocumentStatus, number>>,
): RefreshMetrics {
  metrics
    .createObservableGauge<{ status: DocumentStatus }>(
      'handover.documents.count',
      {
        description:
          'Entities that can have a handover, by the status of the handover',
        unit: '{document}',
      },
    )
    .addCallback(async observed => {
      const counts = await countByStatus();
      for (const [status, count] of Object.entries(counts)) {
        observed.observe(count, { status: status as DocumentStatus });
      }
    });
  return {
    duration: metrics.createHistogram('handover.documents.refresh.duration', {
      description: 'How long reading one document took',
      unit: 's',
      advice: {
        explicitBucketBoundaries: [
          0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
        ],
      },
    }),
    outcomes: metrics.createCounter('handover.documents.refresh.outcomes', {
      description: 'Reads of documents, by outcome',
      unit: '{document}',
    }),
  };
}
