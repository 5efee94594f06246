import { byTime, toMs } from './time';
import type { Deployment } from './types';

/**
 * An incident, from its detection to its end. Times are RFC 3339.
 *
 * @alpha
 */
export type Incident = {
  id: string;
  environment?: string;
  detectedAt?: string;
  resolvedAt?: string;
};

/**
 * Periods of delivery metrics, in days.
 *
 * @public
 */
export type DeliveryMetricsDays = 30 | 90;

/** Days in one point of a trend: ten points over 30 days, fifteen over 90. */
const POINT_DAYS: Record<DeliveryMetricsDays, number> = { 30: 3, 90: 6 };

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Median of a duration. Absent, or null in a trend, if there is no sample.
 *
 * @public
 */
export type DurationMetric = {
  medianSeconds?: number;
  sampleSize: number;
  trend: (number | null)[];
};

/**
 * The DORA metrics of one environment. Trends have one point per 3 days (30-day
 * period) or 6 days (90-day period), oldest first.
 *
 * https://dora.dev/guides/dora-metrics-four-keys/
 *
 * @public
 */
export type DeliveryMetrics = {
  days: DeliveryMetricsDays;
  environment: string;
  /** `[from, to)`, RFC 3339. */
  from: string;
  to: string;
  /** How often a deployment reached production. Points are counts. */
  deploymentFrequency: { perWeek: number; count: number; trend: number[] };
  /** Time from merge to production, for the first deployment of each change. */
  leadTime: DurationMetric;
  /**
   * Deployments that failed, did not start, were rolled back, or were followed by
   * an incident before the next deployment. Points are ratios.
   */
  changeFailureRate: {
    ratio?: number;
    failed: number;
    /** How many of them did not start, as their clusters showed. */
    notStarted: number;
    sampleSize: number;
    trend: (number | null)[];
  };
  /**
   * Time from a failed deployment until the incident that followed it was
   * resolved and the workload was healthy again, or else until the next deployment
   * that stayed in place.
   */
  timeToRestore: DurationMetric;
};

/**
 * A deployed release that did not start. Times are RFC 3339.
 *
 * @alpha
 */
export type StartFailure = {
  /** When its first pod began. */
  since: string;
  /** When the workload was first seen healthy again; undefined before that. */
  until?: string;
};

/**
 * The fields of a deployment that the metrics use.
 *
 * @alpha
 */
export type MeasuredDeployment = Pick<
  Deployment,
  'id' | 'provider' | 'at' | 'outcome' | 'commit' | 'mergedAt'
> & {
  /** Where it was seen that the release did not start. */
  startFailure?: StartFailure;
};

/**
 * Measures delivery to one environment. Linear in the number of deployments and
 * incidents if they are sorted by time, except for the medians.
 *
 * @alpha
 */
export function deliveryMetrics(options: {
  days: DeliveryMetricsDays;
  environment: string;
  /**
   * Deployments to the environment, in any order. Deployments before the period
   * only determine which changes are not new.
   */
  deployments: readonly MeasuredDeployment[];
  /** Incidents of that environment, in any order. */
  incidents: readonly Incident[];
  /** The end of the period. */
  to: Date;
}): DeliveryMetrics {
  const { days, environment } = options;
  const to = options.to.getTime();
  const from = to - days * DAY_MS;
  const deployments = byTime(options.deployments).filter(
    ({ at, outcome }) => toMs(at) < to && outcome !== 'running',
  );
  const points = days / POINT_DAYS[days];
  const pointOf = (ms: number) =>
    Math.min(points - 1, Math.floor((ms - from) / (POINT_DAYS[days] * DAY_MS)));
  const perPoint = <T>(): T[][] => Array.from({ length: points }, () => []);

  const arrivals = perPoint<number>();
  const leadTimes = perPoint<number>();
  const failures = perPoint<number>();
  const restores = perPoint<number>();

  const incidents = incidentsAfter(deployments, options.incidents);
  const restoredAt = nextInPlace(deployments);
  const known = new Set<string>();
  let notStarted = 0;
  deployments.forEach((deployment, index) => {
    const ms = toMs(deployment.at);
    const { commit, mergedAt, outcome, startFailure } = deployment;
    const arrived = outcome !== 'failed';
    const isNew = commit === undefined || !known.has(commit);
    if (arrived && commit !== undefined) {
      known.add(commit);
    }
    if (ms < from) {
      return;
    }
    const point = pointOf(ms);
    if (arrived) {
      arrivals[point].push(1);
      if (mergedAt !== undefined && isNew && toMs(mergedAt) <= ms) {
        leadTimes[point].push((ms - toMs(mergedAt)) / 1000);
      }
    }

    const incident = incidents.get(index);
    const failed =
      outcome === 'failed' ||
      outcome === 'rolledBack' ||
      startFailure !== undefined ||
      incident !== undefined;
    failures[point].push(failed ? 1 : 0);
    notStarted += startFailure ? 1 : 0;
    if (failed) {
      const seen = outageOf(incident, startFailure);
      const begin = seen ? seen.beginMs : ms;
      const end = seen ? seen.endMs : restoredAt[index];
      if (end !== undefined && end >= begin && end <= to) {
        restores[point].push((end - begin) / 1000);
      }
    }
  });

  const count = sum(arrivals.flat());
  const outcomes = failures.flat();
  return {
    days,
    environment,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    deploymentFrequency: {
      perWeek: count / (days / 7),
      count,
      trend: arrivals.map(sum),
    },
    leadTime: toDurationMetric(leadTimes),
    changeFailureRate: {
      ...(outcomes.length > 0 && { ratio: sum(outcomes) / outcomes.length }),
      failed: sum(outcomes),
      notStarted,
      sampleSize: outcomes.length,
      trend: failures.map(point =>
        point.length > 0 ? sum(point) / point.length : null,
      ),
    },
    timeToRestore: toDurationMetric(restores),
  };
}

type FollowingIncident = { detectedMs: number; resolvedMs?: number };

/** By the deployment that it came after: the first incident before the next one. */
function incidentsAfter(
  deployments: readonly MeasuredDeployment[],
  incidents: readonly Incident[],
): Map<number, FollowingIncident> {
  const inOrder = incidents
    .flatMap(({ detectedAt, resolvedAt }) =>
      detectedAt === undefined
        ? []
        : {
            detectedMs: toMs(detectedAt),
            ...(resolvedAt !== undefined && { resolvedMs: toMs(resolvedAt) }),
          },
    )
    .sort((a, b) => a.detectedMs - b.detectedMs);
  const following = new Map<number, FollowingIncident>();
  let index = -1;
  for (const incident of inOrder) {
    while (
      index + 1 < deployments.length &&
      toMs(deployments[index + 1].at) <= incident.detectedMs
    ) {
      index += 1;
    }
    if (index >= 0 && !following.has(index)) {
      following.set(index, incident);
    }
  }
  return following;
}

/**
 * From the first sign of a failure until the last one is over. Undefined if there
 * was none.
 */
function outageOf(
  incident: FollowingIncident | undefined,
  startFailure: StartFailure | undefined,
): { beginMs: number; endMs?: number } | undefined {
  const begins = [
    incident?.detectedMs,
    startFailure && toMs(startFailure.since),
  ].flatMap(each => each ?? []);
  const ends = [
    incident?.resolvedMs,
    startFailure?.until === undefined ? undefined : toMs(startFailure.until),
  ].flatMap(each => each ?? []);
  return begins.length > 0
    ? {
        beginMs: Math.min(...begins),
        ...(ends.length === begins.length && { endMs: Math.max(...ends) }),
      }
    : undefined;
}

/**
 * For each deployment, when the next that stayed was in place, in milliseconds:
 * where it did not start at first, when it had.
 */
function nextInPlace(
  deployments: readonly MeasuredDeployment[],
): (number | undefined)[] {
  const times: (number | undefined)[] = [];
  let next: number | undefined;
  for (let index = deployments.length - 1; index >= 0; index -= 1) {
    times[index] = next;
    const { at, outcome, startFailure } = deployments[index];
    const inPlace = startFailure ? startFailure.until : at;
    if (['succeeded', 'removed'].includes(outcome) && inPlace !== undefined) {
      next = Math.min(toMs(inPlace), startFailure && next ? next : Infinity);
    }
  }
  return times;
}

function toDurationMetric(points: number[][]): DurationMetric {
  const all = points.flat();
  return {
    ...(all.length > 0 && { medianSeconds: median(all) }),
    sampleSize: all.length,
    trend: points.map(point => (point.length > 0 ? median(point) : null)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** The mean of the two in the middle where there is an even number. */
function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
