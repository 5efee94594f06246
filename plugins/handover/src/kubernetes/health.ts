import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  type Finding,
  findingsOf,
  type Workload,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type { ClusterReading } from './types';
import { workloadsByEnvironment } from './workloadsByEnvironment';

/** What is wrong now in one environment, or in a cluster that no environment names. */
export type EnvironmentHealth = {
  /** Name of the environment, or of the cluster. */
  name: string;
  isProduction: boolean;
  findings: Finding[];
  /** Those that were read. None is neither good nor bad. */
  workloads: Workload[];
  /** It could not be read in full, so no finding does not mean that all is well. */
  unread?:
    | NonNullable<ClusterReading['failure']>['reason']
    | 'noCluster'
    | 'part';
  isPending: boolean;
};

/** What is wrong now, production first, then where most is wrong. */
export function healthOf(
  document: HandoverDocument | undefined,
  readings: readonly ClusterReading[],
  environments: Environments,
): EnvironmentHealth[] {
  const places = workloadsByEnvironment(document, readings, environments);
  const nameOf = ({ environment, reading, unknownCluster }: Place) =>
    environment ??
    reading?.cluster.title ??
    reading?.cluster.name ??
    unknownCluster ??
    '';
  const production = environments.productionAmong(places.map(nameOf));
  // The end of the promotion path is what users have.
  return [...places]
    .reverse()
    .map((place): EnvironmentHealth => {
      const name = nameOf(place);
      return {
        name,
        isProduction: name === production,
        findings: findingsOf(place.workloads),
        workloads: place.workloads,
        unread: unreadOf(place),
        isPending: place.reading?.isPending === true,
      };
    })
    .sort(
      (a, b) =>
        Number(b.isProduction) - Number(a.isProduction) || rank(b) - rank(a),
    );
}

type Place = ReturnType<typeof workloadsByEnvironment>[number];

/** If one of these could not be read, something may fail unseen. */
const NEEDED = [
  'pods',
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
  'cronjobs',
];

function unreadOf({
  reading,
  unknownCluster,
}: Place): EnvironmentHealth['unread'] {
  if (unknownCluster) {
    return 'noCluster';
  }
  if (reading?.failure) {
    return reading.failure.reason;
  }
  // The portal may be configured not to read pods, which show most failures.
  const isPartial =
    reading &&
    !reading.isPending &&
    (!reading.kinds.includes('Pod') ||
      reading.unread.some(kind => NEEDED.includes(kind.toLowerCase())));
  return isPartial ? 'part' : undefined;
}

function rank({ findings, unread }: EnvironmentHealth): number {
  if (findings.some(({ severity }) => severity === 'failure')) {
    return 3;
  }
  if (findings.length > 0) {
    return 2;
  }
  return unread ? 1 : 0;
}
