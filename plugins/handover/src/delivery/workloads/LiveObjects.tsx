import {
  type NamedObject,
  namedObjects,
  type Workload,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation } from '../../components';
import { useLiveReading } from './LiveWorkloads';
import { StateMark } from './StateMark';
import type { ClusterReading } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      listStyle: 'none',
      margin: theme.spacing(0.5, 0),
      padding: theme.spacing(0.5, 1.5),
      borderLeft: `3px solid ${theme.palette.divider}`,
      fontSize: '0.875rem',
    },
  }),
  { name: 'HandoverLiveObjects' },
);

/** Kinds that are read; of others nobody knows whether they are there. */
const READ = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'Pod',
  'HorizontalPodAutoscaler',
];

/** The state of the Kubernetes objects that a text names, in each cluster. */
export function LiveObjects({ text }: { text: string }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useLiveReading();
  const named = namedObjects(text).filter(({ kind }) => READ.includes(kind));
  if (reading.status !== 'ready' || named.length === 0) {
    return null;
  }
  return (
    // Safari drops the list's role together with its markers.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul
      role="list"
      className={classes.root}
      aria-label={t('live.object.title')}
    >
      {named.map(object => {
        const found = reading.clusters.flatMap(cluster =>
          workloadsOf(object, cluster).map(workload => ({ cluster, workload })),
        );
        const name = `${object.kind}/${object.name}`;
        return found.length === 0 ? (
          <li key={name}>{t('live.object.notFound', { object: name })}</li>
        ) : (
          found.map(({ cluster: { cluster }, workload }) => (
            <li key={`${cluster.name}/${workload.namespace}/${name}`}>
              {`${name}, ${cluster.title ?? cluster.name}: `}
              {object.kind === 'HorizontalPodAutoscaler' ? (
                <AutoscalerState workload={workload} />
              ) : (
                <>
                  <StateMark state={workload.state} />{' '}
                  {t('live.ready', {
                    ready: String(workload.ready),
                    desired: String(workload.desired),
                  })}
                </>
              )}
            </li>
          ))
        );
      })}
    </ul>
  );
}

/** The workloads that are the object, or that it scales. */
function workloadsOf(
  { kind, name }: NamedObject,
  { workloads }: ClusterReading,
): Workload[] {
  return workloads.filter(workload =>
    kind === 'HorizontalPodAutoscaler'
      ? workload.autoscaler?.name === name
      : workload.kind === kind && workload.name === name,
  );
}

function AutoscalerState({ workload }: { workload: Workload }) {
  const { t } = useHandoverTranslation();
  const { autoscaler } = workload;
  return autoscaler ? (
    <>
      {t('live.autoscaler', {
        current: String(autoscaler.current),
        min: String(autoscaler.min),
        max: String(autoscaler.max),
      })}
      {autoscaler.isAtMaximum && <strong>{`, ${t('live.atMaximum')}`}</strong>}
    </>
  ) : null;
}
