import fc from 'fast-check';
import { type Claim, type Claims, joinClaims, toRun } from './claims';
import { deliveryMetrics, type MeasuredDeployment } from './metrics';
import { promotionPath } from './promotion';
import { inPromotionOrder, promotionOrder } from './promotionOrder';
import { rolledBack } from './rolledBack';
import type { Deployment } from './types';

const TO = new Date('2026-11-20T00:00:00.000Z');
const daysBefore = (days: number) =>
  new Date(TO.getTime() - days * 24 * 60 * 60 * 1000).toISOString();

let lastId = 0;
function deployment(
  environment: string,
  daysAgo: number,
  options: Partial<Deployment> & { digest?: string } = {},
): Deployment {
  lastId += 1;
  const { digest, ...rest } = options;
  return {
    id: `d${lastId}`,
    provider: 'jenkins',
    environment,
    at: daysBefore(daysAgo),
    outcome: 'succeeded',
    ...(digest && { artifact: { digest, version: `v-${digest}` } }),
    ...rest,
  };
}

describe('environments', () => {
  it('are the same in upper and lower case', () => {
    const { environments } = promotionPath({
      environments: [
        { name: 'staging' },
        { name: 'Stable', promotedFrom: 'staging' },
      ],
      deployments: [
        deployment('Staging', 2, { digest: 'a' }),
        deployment('STABLE', 1, { digest: 'a' }),
      ],
      runs: [],
    });
    expect(environments).toMatchObject([
      { name: 'staging', deployment: { environment: 'Staging' } },
      {
        name: 'Stable',
        deployment: { environment: 'STABLE' },
        sameArtifact: 'same',
      },
    ]);
  });
});

describe('an environment that was torn down', () => {
  const removed = { outcome: 'removed', digest: 'b' } as const;
  const inStaging = (...deployments: Deployment[]) =>
    promotionPath({
      environments: [{ name: 'staging' }],
      deployments,
      runs: [],
    }).environments[0];

  it('has nothing in place, until something is deployed there again', () => {
    const [before, gone, again] = [
      deployment('staging', 3, { digest: 'a' }),
      deployment('staging', 2, removed),
      deployment('staging', 1, { digest: 'c' }),
    ];
    expect(inStaging(before, gone)).toEqual({ name: 'staging', attempt: gone });
    expect(inStaging(before, gone, again).deployment).toBe(again);
  });

  it('has not failed', () => {
    const { changeFailureRate, deploymentFrequency } = deliveryMetrics({
      days: 30,
      environment: 'staging',
      deployments: [deployment('staging', 2, removed)],
      incidents: [],
      to: TO,
    });
    expect(changeFailureRate.failed).toBe(0);
    expect(deploymentFrequency.count).toBe(1);
  });
});

describe('promotionOrder', () => {
  it('puts each environment after the one it is promoted from', () => {
    expect(
      promotionOrder([
        { name: 'stable', promotedFrom: 'beta' },
        { name: 'develop' },
        { name: 'beta', promotedFrom: 'develop' },
        { name: 'lab', promotedFrom: 'elsewhere' },
      ]),
    ).toEqual([
      { name: 'develop' },
      { name: 'beta', from: 'develop' },
      { name: 'stable', from: 'beta' },
      { name: 'lab' },
    ]);
  });

  it('takes the order of the list where nothing is said', () => {
    expect(promotionOrder([{ name: 'a' }, {}, { name: 'b' }])).toEqual([
      { name: 'a' },
      { name: 'b', from: 'a' },
    ]);
  });

  it('leaves out nothing that a document says', () => {
    expect(
      inPromotionOrder([
        { promotedFrom: 'a' },
        { name: 'a', promotedFrom: 'b' },
        { name: 'b', promotedFrom: 'a' },
        { name: 'production', promotedFrom: 'staging' },
        { name: 'staging' },
        { name: 'self', promotedFrom: 'self' },
      ]).map(({ name }) => name),
    ).toEqual(['a', 'b', 'staging', 'production', 'self', undefined]);
  });

  it('names each environment once, whatever is promoted from what', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ name, promotedFrom: name }, { requiredKeys: ['name'] }),
        ),
        environments => {
          const order = promotionOrder(environments);
          expect(order.map(each => each.name).sort()).toEqual(
            [...new Set(environments.map(each => each.name))].sort(),
          );
        },
      ),
    );
  });
});

describe('promotionPath', () => {
  const environments = [
    { name: 'develop' },
    { name: 'staging', promotedFrom: 'develop' },
    { name: 'stable', promotedFrom: 'staging' },
  ];

  it('tells what is where, since when it lags, and whether it is the same', () => {
    const inDevelop = ['a', 'b', 'c', 'd'].map((digest, index) =>
      deployment('develop', 20 - index, { digest, commit: digest }),
    );
    const staging = deployment('staging', 15, {
      digest: 'b',
      commit: 'b',
      runId: '7',
    });
    const failed = deployment('staging', 14, {
      digest: 'c',
      commit: 'c',
      outcome: 'failed',
    });
    const before = deployment('stable', 30, { digest: 'x', commit: 'x' });
    const stable = deployment('stable', 10, { digest: 'rebuilt', commit: 'b' });
    const run = {
      id: '7',
      provider: 'jenkins',
      pipeline: 'orders',
      status: 'succeeded' as const,
      stages: [],
    };
    const path = promotionPath({
      environments,
      deployments: [stable, failed, ...inDevelop, before, staging],
      runs: [run, { ...run, provider: 'gitlab' }],
    });
    expect(path).toEqual({
      builtOnce: 'no',
      environments: [
        { name: 'develop', deployment: inDevelop[3], previous: inDevelop[2] },
        {
          name: 'staging',
          deployment: staging,
          attempt: failed,
          run,
          sameArtifact: 'same',
          drift: {
            from: 'develop',
            commits: 2,
            versions: 2,
            since: inDevelop[2].at,
          },
        },
        {
          name: 'stable',
          deployment: stable,
          previous: before,
          // The commit is the one of staging, the artifact is not.
          sameArtifact: 'different',
          drift: { from: 'staging' },
        },
      ],
    });
  });

  it('says that it does not know rather than guess', () => {
    expect(
      promotionPath({
        environments,
        deployments: [
          deployment('develop', 2, { commit: 'a' }),
          deployment('staging', 1, { commit: 'a' }),
        ],
        runs: [],
      }),
    ).toMatchObject({
      builtOnce: 'unknown',
      environments: [
        { name: 'develop' },
        { name: 'staging', sameArtifact: 'unknown' },
        { name: 'stable' },
      ],
    });
  });

  it('does not depend on the order of the deployments', () => {
    const some = fc.record({
      environment: fc.constantFrom('develop', 'staging', 'stable'),
      day: fc.integer({ min: 0, max: 5 }),
      digest: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
      outcome: fc.constantFrom<Deployment['outcome']>(
        'succeeded',
        'failed',
        'rolledBack',
        'running',
      ),
    });
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 12 }).chain(list =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray([...list.keys()], {
              minLength: list.length,
            }),
          ),
        ),
        ([list, order]) => {
          const deployments = list.map(({ environment, day, ...rest }, index) =>
            deployment(environment, day, { ...rest, id: `${index}` }),
          );
          expect(
            promotionPath({
              environments,
              deployments: order.map(index => deployments[index]),
              runs: [],
            }),
          ).toEqual(promotionPath({ environments, deployments, runs: [] }));
        },
      ),
    );
  });
});

describe('deliveryMetrics', () => {
  const measure = (
    deployments: MeasuredDeployment[],
    incidents: Parameters<typeof deliveryMetrics>[0]['incidents'] = [],
    days: 30 | 90 = 30,
  ) =>
    deliveryMetrics({
      days,
      environment: 'stable',
      deployments,
      incidents,
      to: TO,
    });

  it('measures nothing where nothing was deployed', () => {
    expect(measure([])).toEqual({
      days: 30,
      environment: 'stable',
      from: daysBefore(30),
      to: TO.toISOString(),
      deploymentFrequency: { perWeek: 0, count: 0, trend: Array(10).fill(0) },
      leadTime: { sampleSize: 0, trend: Array(10).fill(null) },
      changeFailureRate: {
        failed: 0,
        notStarted: 0,
        sampleSize: 0,
        trend: Array(10).fill(null),
      },
      timeToRestore: { sampleSize: 0, trend: Array(10).fill(null) },
    });
    expect(measure([], [], 90).deploymentFrequency.trend).toHaveLength(15);
  });

  it('measures as DORA defines it', () => {
    const metrics = measure(
      [
        // Before the period: tells only that commit a is not new.
        deployment('stable', 40, { commit: 'a', mergedAt: daysBefore(41) }),
        deployment('stable', 29, { commit: 'a', mergedAt: daysBefore(41) }),
        deployment('stable', 20, {
          commit: 'b',
          mergedAt: daysBefore(22),
          outcome: 'rolledBack',
        }),
        deployment('stable', 19, { commit: 'a' }),
        deployment('stable', 10, { commit: 'c', mergedAt: daysBefore(11) }),
        deployment('stable', 5, { commit: 'd', outcome: 'failed' }),
        deployment('stable', 1, { commit: 'e', outcome: 'running' }),
      ],
      [
        { id: '1', detectedAt: daysBefore(9), resolvedAt: daysBefore(8.5) },
        { id: '2', detectedAt: daysBefore(8), resolvedAt: daysBefore(6) },
      ],
    );
    const day = 24 * 60 * 60;
    expect(metrics).toMatchObject({
      deploymentFrequency: { count: 4, perWeek: 4 / (30 / 7) },
      leadTime: { medianSeconds: 1.5 * day, sampleSize: 2 },
      changeFailureRate: { ratio: 3 / 5, failed: 3, sampleSize: 5 },
      // Taken back for a day; the first incident half a day; not yet repaired.
      timeToRestore: { medianSeconds: 0.75 * day, sampleSize: 2 },
    });
    expect(metrics.deploymentFrequency.trend).toEqual([
      1, 0, 0, 2, 0, 0, 1, 0, 0, 0,
    ]);
    expect(metrics.changeFailureRate.trend).toEqual([
      0,
      null,
      null,
      0.5,
      null,
      null,
      1,
      null,
      1,
      null,
    ]);
  });

  it('counts a release that did not start until its workload is healthy', () => {
    const notStarted = (at: number, since: number, until?: number) => ({
      ...deployment('stable', at),
      startFailure: {
        since: daysBefore(since),
        ...(until !== undefined && { until: daysBefore(until) }),
      },
    });
    const day = 24 * 60 * 60;
    const restoresOf = (
      ...of: Parameters<typeof measure>
    ): [failed: number, ...days: (number | undefined)[]] => {
      const { changeFailureRate, timeToRestore } = measure(...of);
      const { medianSeconds, sampleSize } = timeToRestore;
      const median = medianSeconds === undefined ? [] : [medianSeconds / day];
      return [changeFailureRate.failed, sampleSize, ...median];
    };
    const failed = notStarted(20, 20, 18);
    // The pipeline said that it succeeded.
    expect(restoresOf([failed])).toEqual([1, 1, 2]);
    expect(measure([failed]).changeFailureRate.notStarted).toBe(1);
    // Another deployment is no proof that it is healthy.
    const open = notStarted(20, 20);
    expect(restoresOf([open, deployment('stable', 19)])).toEqual([1, 0]);
    // The incident lasted longer, or is still open.
    const incident = { id: '1', detectedAt: daysBefore(19.5) };
    const resolvedAt = daysBefore(17);
    expect(restoresOf([failed], [{ ...incident, resolvedAt }])).toEqual([
      1, 1, 3,
    ]);
    expect(restoresOf([failed], [incident])).toEqual([1, 0]);
    // What did not start restored nothing, until it had started.
    const reported = deployment('stable', 21, { outcome: 'failed' });
    expect(restoresOf([reported, failed])).toEqual([2, 2, 2.5]);
    expect(restoresOf([reported, open, deployment('stable', 19)])).toEqual([
      2, 1, 2,
    ]);
    expect(restoresOf([reported, failed, deployment('stable', 19)])).toEqual([
      2, 2, 2,
    ]);
  });

  it('keeps its sums: trends add up, ratios are between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            day: fc.double({ min: 0, max: 120, noNaN: true }),
            lead: fc.double({ min: 0, max: 5, noNaN: true }),
            commit: fc.constantFrom('a', 'b', 'c', 'd'),
            outcome: fc.constantFrom<Deployment['outcome']>(
              'succeeded',
              'failed',
              'rolledBack',
              'running',
            ),
          }),
        ),
        fc.array(fc.double({ min: 0, max: 120, noNaN: true })),
        fc.constantFrom<30 | 90>(30, 90),
        (list, incidents, days) => {
          const metrics = measure(
            list.map(({ day, lead, ...rest }) =>
              deployment('stable', day, {
                ...rest,
                mergedAt: daysBefore(day + lead),
              }),
            ),
            incidents.map((at, index) => ({
              id: `${index}`,
              detectedAt: daysBefore(at),
            })),
            days,
          );
          const { deploymentFrequency, changeFailureRate } = metrics;
          expect(
            deploymentFrequency.trend.reduce((sum, each) => sum + each, 0),
          ).toBe(deploymentFrequency.count);
          expect(metrics.leadTime.sampleSize).toBeLessThanOrEqual(
            deploymentFrequency.count,
          );
          expect(metrics.timeToRestore.sampleSize).toBeLessThanOrEqual(
            changeFailureRate.failed,
          );
          for (const ratio of changeFailureRate.trend) {
            expect(ratio ?? 0).toBeGreaterThanOrEqual(0);
            expect(ratio ?? 0).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

describe('rolledBack', () => {
  it('is what was there before each rollback', () => {
    const of = (
      daysAgo: number,
      isRollback = false,
      outcome = 'succeeded',
    ) => ({
      ...deployment('stable', daysAgo, {
        outcome: outcome as Deployment['outcome'],
      }),
      isRollback,
    });
    const [first, second, failed, rollback, again] = [
      of(10),
      of(9),
      of(8, false, 'failed'),
      of(7, true),
      of(6, true),
    ];
    expect(rolledBack([again, failed, first, rollback, second])).toEqual(
      new Set([second, rollback]),
    );
    expect(rolledBack([rollback])).toEqual(new Set());
  });
});

describe('claims', () => {
  const key = fc.constantFrom(
    'queued',
    'started',
    'finished',
    'pipeline',
    'stage/build/started',
    'stage/a/b/finished',
    'stage/a/b/name',
  );
  const claim: fc.Arbitrary<Claim> = fc.record({
    value: fc.constantFrom('succeeded', 'failed', 'skipped', 'x'),
    at: fc.integer({ min: 0, max: 3 }),
    by: fc.constantFrom('e1', 'e2'),
  });
  const claims: fc.Arbitrary<Claims> = fc.dictionary(key, claim);

  it('add up to the same in any order, in any grouping, and twice', () => {
    fc.assert(
      fc.property(claims, claims, claims, (a, b, c) => {
        const all = joinClaims(a, b, c);
        expect(joinClaims(c, a, b)).toEqual(all);
        expect(joinClaims(joinClaims(a, b), c)).toEqual(all);
        expect(joinClaims(a, joinClaims(b, c))).toEqual(all);
        expect(joinClaims(all, b, all)).toEqual(all);
        expect(toRun('1', 'cdevents', joinClaims(c, b, a, b))).toEqual(
          toRun('1', 'cdevents', all),
        );
      }),
    );
  });

  it('make a run, its stages in the order in which they began', () => {
    const at = (value: string, ms: number): Claim => ({
      value,
      at: ms,
      by: 'e',
    });
    expect(
      toRun('81', 'cdevents', {
        queued: at('', 1_000),
        started: at('', 2_000),
        finished: at('cancelled', 9_000),
        pipeline: at('deploy', 2_000),
        commit: at('abc', 2_000),
        'stage/t2/started': at('', 4_000),
        'stage/t2/finished': at('skipped', 5_000),
        'stage/t1/started': at('', 3_000),
        'stage/t1/name': at('Build', 3_000),
      }),
    ).toEqual({
      id: '81',
      provider: 'cdevents',
      pipeline: 'deploy',
      status: 'cancelled',
      commit: 'abc',
      startedAt: '1970-01-01T00:00:02.000Z',
      finishedAt: '1970-01-01T00:00:09.000Z',
      stages: [
        {
          name: 'Build',
          status: 'running',
          startedAt: '1970-01-01T00:00:03.000Z',
        },
        {
          name: 't2',
          status: 'skipped',
          startedAt: '1970-01-01T00:00:04.000Z',
          finishedAt: '1970-01-01T00:00:05.000Z',
        },
      ],
    });
  });
});
