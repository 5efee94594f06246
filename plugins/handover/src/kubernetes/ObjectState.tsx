import type {
  JobState,
  KubernetesObjectSummary,
  WorkloadState,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import { Fragment, type ReactNode } from 'react';
import {
  formatRelative,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { StateMark } from './StateMark';

/** The signs that states of jobs share with those of workloads. */
const JOB_SIGNS: Record<JobState['state'], WorkloadState> = {
  complete: 'healthy',
  failed: 'failing',
  running: 'progressing',
  suspended: 'stopped',
  waiting: 'progressing',
};

/** How an object is, in a line. */
export function ObjectState({ object }: { object: KubernetesObjectSummary }) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const when = (time: string) => formatRelative(time, Date.now(), language);
  const created =
    object.createdAt &&
    t('kubernetes.object.created', { when: when(object.createdAt) });
  const ready = (of: { ready: number; desired: number }) =>
    t('kubernetes.ready', {
      ready: String(of.ready),
      desired: String(of.desired),
    });

  switch (object.kind) {
    case 'CronJob': {
      const { state, schedule } = object.workload;
      return (
        <>
          <StateMark state={state} />{' '}
          <Facts
            of={[
              schedule?.isSuspended
                ? t('kubernetes.suspended')
                : t('kubernetes.schedule', {
                    // Its fields stay on one line.
                    cron: (schedule?.cron ?? '').replaceAll(' ', '\u00a0'),
                  }),
              schedule?.lastScheduledAt &&
                t('kubernetes.lastRun', {
                  when: when(schedule.lastScheduledAt),
                }),
              schedule?.active &&
                t('kubernetes.active', { count: schedule.active }),
            ]}
          />
        </>
      );
    }
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
      return (
        <>
          <StateMark state={object.workload.state} /> {ready(object.workload)}
        </>
      );
    case 'ReplicaSet':
      return <>{ready(object)}</>;
    case 'Pod': {
      const { status, containers, restarts, ready: count } = object.pod;
      return (
        <Facts
          of={[
            status,
            ready({ ready: count, desired: containers }),
            restarts && t('kubernetes.restarts', { count: restarts }),
          ]}
        />
      );
    }
    case 'HorizontalPodAutoscaler': {
      const { current, min, max, isAtMaximum, isSaturated } = object.autoscaler;
      return (
        <Facts
          of={[
            t('kubernetes.autoscaler', {
              current: String(current),
              min: String(min),
              max: String(max),
            }),
            isSaturated ? (
              <strong>{t('kubernetes.saturated')}</strong>
            ) : (
              isAtMaximum && t('kubernetes.atMaximum')
            ),
          ]}
        />
      );
    }
    case 'Job': {
      const { state, succeeded, failed, completions } = object;
      return (
        <>
          <StateMark
            state={JOB_SIGNS[state]}
            label={t(`kubernetes.object.job.${state}`)}
          />{' '}
          <Facts
            of={[
              completions
                ? t('kubernetes.object.succeededOf', {
                    succeeded: String(succeeded),
                    completions: String(completions),
                  })
                : t('kubernetes.object.succeeded', {
                    succeeded: String(succeeded),
                  }),
              failed &&
                t('kubernetes.object.failed', { failed: String(failed) }),
              object.finishedAt &&
                t('kubernetes.object.ended', { when: when(object.finishedAt) }),
              object.message,
            ]}
          />
        </>
      );
    }
    case 'Service': {
      const { type, ports, address } = object;
      return (
        <Facts
          of={[
            type,
            ports.length > 0 &&
              t('kubernetes.object.ports', {
                count: ports.length,
                ports: ports.join(', '),
              }),
            address &&
              t(`kubernetes.object.address.${address.is}`, {
                at: address.at.join(', '),
              }),
          ]}
        />
      );
    }
    case 'Ingress':
      return (
        <>
          {t('kubernetes.object.hosts', {
            hosts: object.hosts
              .map(host =>
                host === '*' ? t('kubernetes.object.anyHost') : host,
              )
              .join(', '),
          })}
        </>
      );
    case 'ConfigMap':
      return (
        <Facts
          of={[
            object.keys === undefined
              ? t('kubernetes.object.keysUnknown')
              : t('kubernetes.object.keys', { count: object.keys }),
            created,
          ]}
        />
      );
    case 'ResourceQuota': {
      const { nearest } = object;
      return nearest ? (
        <Facts
          of={[
            t('kubernetes.object.quota', {
              resource: nearest.resource,
              used: nearest.used,
              hard: nearest.hard,
            }),
            nearest.share >= 1 && (
              <strong>{t('kubernetes.object.atLimit')}</strong>
            ),
          ]}
        />
      ) : (
        <Facts of={[t('kubernetes.object.exists'), created]} />
      );
    }
    default:
      return <Facts of={[t('kubernetes.object.exists'), created]} />;
  }
}

/** What there is to say, with commas between. */
function Facts({ of }: { of: readonly ReactNode[] }) {
  return (
    <>
      {of.filter(Boolean).map((fact, index) => (
        <Fragment key={index}>
          {index > 0 && ', '}
          {fact}
        </Fragment>
      ))}
    </>
  );
}
