import type {
  JobState,
  LiveObject,
  WorkloadState,
} from '@backstage-handover/plugin-handover-common';
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
export function ObjectState({ object }: { object: LiveObject }) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const when = (time: string) => formatRelative(time, Date.now(), language);
  const created =
    object.createdAt &&
    t('live.object.created', { when: when(object.createdAt) });
  const ready = (of: { ready: number; desired: number }) =>
    t('live.ready', { ready: String(of.ready), desired: String(of.desired) });

  switch (object.kind) {
    case 'CronJob': {
      const { state, schedule } = object.workload;
      return (
        <>
          <StateMark state={state} />{' '}
          <Facts
            of={[
              schedule?.isSuspended
                ? t('live.suspended')
                : t('live.schedule', {
                    // Its fields stay on one line.
                    cron: (schedule?.cron ?? '').replaceAll(' ', '\u00a0'),
                  }),
              schedule?.lastScheduledAt &&
                t('live.lastRun', { when: when(schedule.lastScheduledAt) }),
              schedule?.active && t('live.active', { count: schedule.active }),
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
            restarts && t('live.restarts', { count: restarts }),
          ]}
        />
      );
    }
    case 'HorizontalPodAutoscaler': {
      const { current, min, max, isAtMaximum } = object.autoscaler;
      return (
        <Facts
          of={[
            t('live.autoscaler', {
              current: String(current),
              min: String(min),
              max: String(max),
            }),
            isAtMaximum && <strong>{t('live.atMaximum')}</strong>,
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
            label={t(`live.object.job.${state}`)}
          />{' '}
          <Facts
            of={[
              completions
                ? t('live.object.succeededOf', {
                    succeeded: String(succeeded),
                    completions: String(completions),
                  })
                : t('live.object.succeeded', {
                    succeeded: String(succeeded),
                  }),
              failed && t('live.object.failed', { failed: String(failed) }),
              object.finishedAt &&
                t('live.object.ended', { when: when(object.finishedAt) }),
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
              t('live.object.ports', {
                count: ports.length,
                ports: ports.join(', '),
              }),
            address &&
              t(`live.object.address.${address.is}`, {
                at: address.at.join(', '),
              }),
          ]}
        />
      );
    }
    case 'Ingress':
      return (
        <>
          {t('live.object.hosts', {
            hosts: object.hosts
              .map(host => (host === '*' ? t('live.object.anyHost') : host))
              .join(', '),
          })}
        </>
      );
    case 'ConfigMap':
      return (
        <Facts
          of={[
            object.keys === undefined
              ? t('live.object.keysUnknown')
              : t('live.object.keys', { count: object.keys }),
            created,
          ]}
        />
      );
    case 'ResourceQuota': {
      const { nearest } = object;
      return nearest ? (
        <Facts
          of={[
            t('live.object.quota', {
              resource: nearest.resource,
              used: nearest.used,
              hard: nearest.hard,
            }),
            nearest.share >= 1 && <strong>{t('live.object.atLimit')}</strong>,
          ]}
        />
      ) : (
        <Facts of={[t('live.object.exists'), created]} />
      );
    }
    default:
      return <Facts of={[t('live.object.exists'), created]} />;
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
