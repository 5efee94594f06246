import { createHash } from 'node:crypto';
import type { Clock } from '../world/types';

/** An alert as the API v2 of Alertmanager returns it. */
export type DemoAlert = {
  fingerprint: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  startsAt: string;
  endsAt: string;
  updatedAt: string;
  generatorURL: string;
  receivers: { name: string }[];
  status: {
    state: 'active' | 'suppressed';
    silencedBy: string[];
    inhibitedBy: string[];
    mutedBy: string[];
  };
};

export type DemoSilence = {
  id: string;
  startsAt: string;
  endsAt: string;
  createdBy: string;
  comment: string;
};

const LABEL_PRINTER = 'b6f1c0de-5e3a-4a52-9d0c-2f6f6c1a7e11';
const DAY = 24 * 60;

/** Somebody knows of the image that is missing in staging. */
export function silences(clock: Clock): DemoSilence[] {
  return [
    {
      id: LABEL_PRINTER,
      startsAt: clock.ago(3 * 60),
      endsAt: clock.after(DAY),
      createdBy: 'tom.hughes',
      comment: 'The image is being rebuilt, see SHIP-31.',
    },
  ];
}

/** What fires for the objects of `worldOf`, by the rules of kube-prometheus. */
export function firingAlerts(clock: Clock): DemoAlert[] {
  const orders = {
    service: 'order-processing',
    namespace: 'order-processing',
    environment: 'production',
  };
  return [
    alert(clock, {
      labels: {
        alertname: 'KubePodCrashLooping',
        severity: 'critical',
        container: 'order-processing',
        reason: 'CrashLoopBackOff',
        ...orders,
      },
      annotations: {
        summary: 'A pod of order-processing 2.33.0 crashes again and again.',
      },
      startsAt: clock.ago(37),
    }),
    alert(clock, {
      labels: {
        alertname: 'KubeDeploymentRolloutStuck',
        severity: 'warning',
        deployment: 'order-processing',
        ...orders,
      },
      annotations: {
        summary: 'The rollout of order-processing makes no progress.',
      },
      startsAt: clock.ago(27),
    }),
    alert(clock, {
      labels: {
        alertname: 'KubeHpaMaxedOut',
        severity: 'warning',
        horizontalpodautoscaler: 'payments-gateway',
        service: 'payments-gateway',
        namespace: 'payments',
        environment: 'production',
      },
      annotations: {
        summary: 'payments-gateway has run at its 8 replicas for 15 minutes.',
      },
      startsAt: clock.ago(94),
    }),
    alert(clock, {
      labels: {
        alertname: 'KubeContainerWaiting',
        severity: 'warning',
        deployment: 'label-printer',
        reason: 'ImagePullBackOff',
        service: 'fulfilment-dispatch',
        namespace: 'fulfilment',
        environment: 'staging',
      },
      annotations: {
        summary: 'label-printer waits for its image in staging.',
      },
      startsAt: clock.ago(3 * DAY - 60),
      silencedBy: [LABEL_PRINTER],
    }),
  ];
}

function alert(
  clock: Clock,
  {
    silencedBy = [],
    ...own
  }: Pick<DemoAlert, 'labels' | 'annotations' | 'startsAt'> & {
    silencedBy?: string[];
  },
): DemoAlert {
  return {
    ...own,
    fingerprint: createHash('sha256')
      .update(JSON.stringify(own.labels))
      .digest('hex')
      .slice(0, 16),
    // Prometheus sends a firing alert again and again, each time for minutes.
    updatedAt: clock.now.toISOString(),
    endsAt: new Date(clock.now.getTime() + 4 * 60_000).toISOString(),
    generatorURL: 'https://prometheus.example.com/graph',
    receivers: [{ name: 'on-call' }],
    status: {
      state: silencedBy.length > 0 ? 'suppressed' : 'active',
      silencedBy,
      inhibitedBy: [],
      mutedBy: [],
    },
  };
}
