import type { Clock, DemoObject } from '../world/types';
import { worldOf } from '../world/worldOf';

/** A value at a point in time, which is the same each time that it is read. */
type Metric = (at: Date) => number;

type Labels = { service?: string; deployment?: string };

/**
 * What a query measures, by the metrics and labels that it names. The examples
 * have few queries, and nothing here understands PromQL.
 *
 * @returns undefined if no such metric exists
 */
export function metricOf(query: string, clock: Clock): Metric | undefined {
  const { service, deployment } = labelsOf(query);
  if (query.includes('kube_deployment_status_replicas_unavailable')) {
    return deployment === undefined
      ? undefined
      : unavailableReplicas(deployment, clock);
  }
  if (service !== 'order-processing') {
    return undefined;
  }
  if (query.includes('http_request_duration_seconds_bucket')) {
    return at => 0.31 + 0.04 * wave(at, 37);
  }
  return query.includes('http_requests_total')
    ? at => 0.002 + 0.001 * wave(at, 23)
    : undefined;
}

function labelsOf(query: string): Labels {
  return Object.fromEntries(
    [...query.matchAll(/(service|deployment)="([^"]{1,100})"/g)].map(
      ([, name, value]) => [name, value],
    ),
  );
}

/** As many as in the cluster of production, since its latest release. */
function unavailableReplicas(name: string, clock: Clock): Metric | undefined {
  const objects = worldOf('production', clock);
  const deployment = objects.find(
    ({ kind, metadata }) => kind === 'Deployment' && metadata.name === name,
  );
  if (!deployment) {
    return undefined;
  }
  const { unavailableReplicas: unavailable = 0 } = deployment.status as {
    unavailableReplicas?: number;
  };
  const releasedMs = Math.max(
    ...objects
      .filter(each => isOwnedBy(each, deployment))
      .map(({ metadata }) => Date.parse(metadata.creationTimestamp)),
  );
  return at => (at.getTime() < releasedMs ? 0 : unavailable);
}

function isOwnedBy({ metadata }: DemoObject, owner: DemoObject): boolean {
  return (metadata.ownerReferences ?? []).some(
    ({ uid }) => uid === owner.metadata.uid,
  );
}

/** Between -1 and 1, without a period that anybody sees. */
function wave(at: Date, minutes: number): number {
  const turns = at.getTime() / (minutes * 60_000);
  return (
    (Math.sin(turns * 2 * Math.PI) + Math.sin(turns * 2 * Math.PI * 4.3)) / 2
  );
}
