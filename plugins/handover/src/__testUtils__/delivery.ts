import type {
  Metrics,
  Promotion,
  RunPage,
} from '@backstage-handover/plugin-handover-common';

/** An instant some hours ago. */
export const ago = (hours: number) =>
  new Date(Date.now() - hours * 3_600_000).toISOString();

const deployment = (environment: string, version: string, hours: number) => ({
  id: `${environment}-${version}`,
  provider: 'cdevents',
  environment,
  artifact: { version, digest: `sha256:${'ab'.repeat(32)}` },
  actor: 'ann',
  at: ago(hours),
  outcome: 'succeeded' as const,
  runId: 'orders/41',
  url: 'https://jenkins.example.com/job/orders/41/',
});

/** A version on its way from staging to production, where an attempt failed. */
export const promotion: Promotion = {
  environments: [
    {
      name: 'staging',
      deployment: {
        ...deployment('staging', '2.33.0', 3),
        commit: '2222222',
      },
    },
    {
      name: 'production',
      deployment: {
        ...deployment('production', '2.32.1', 50),
        commit: '1111111',
      },
      attempt: {
        ...deployment('production', '2.33.0', 2),
        outcome: 'failed',
      },
      drift: { from: 'staging', commits: 4, since: ago(3) },
      sameArtifact: 'same',
    },
    { name: 'edge' },
  ],
  builtOnce: 'yes',
  providers: [],
};

/** Delivery metrics of a service that deploys a few times a week. */
export const metrics = (days: 30 | 90): Metrics => ({
  days,
  environment: 'production',
  from: ago(days * 24),
  to: ago(0),
  deploymentFrequency: { perWeek: 2.5, count: 11, trend: [1, 0, 3] },
  leadTime: { medianSeconds: 26 * 3_600, sampleSize: 9, trend: [null, 5, 9] },
  changeFailureRate: {
    ratio: 0.0909,
    failed: 1,
    notStarted: 1,
    sampleSize: 11,
    trend: [0, null, 0.5],
  },
  timeToRestore: { sampleSize: 0, trend: [null, null, null] },
  ...(days === 90 && { startsUnknown: 'the clusters were not read yet' }),
  providers: [],
});

/** A failed run, read from a Jenkins that no longer answers. */
export const runs: RunPage = {
  items: [
    {
      id: '41',
      provider: 'jenkins',
      pipeline: 'orders',
      branch: 'feature/vat',
      status: 'failed',
      stages: [
        { name: 'Build', status: 'succeeded' },
        { name: 'Deploy', status: 'failed' },
      ],
      startedAt: ago(2),
      url: 'https://jenkins.example.com/job/orders/41/',
    },
  ],
  totalItems: 1,
  providers: [
    {
      id: 'jenkins',
      title: 'Jenkins',
      status: 'failing',
      message: 'Jenkins answered 502 Bad Gateway',
      failingSince: ago(5),
      fetchedAt: ago(6),
    },
  ],
};
