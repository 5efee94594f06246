import type {
  ContainerImage,
  Workload,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatRelative,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { StateMark } from './StateMark';

const useStyles = makeStyles(
  theme => ({
    kind: {
      display: 'block',
      fontSize: '0.75rem',
      fontWeight: 400,
      color: theme.palette.text.secondary,
    },
    line: { display: 'block' },
    limit: { color: theme.palette.error.main, fontWeight: 600 },
  }),
  { name: 'HandoverWorkloadTable' },
);

/** What runs, a row for each workload. */
export function WorkloadTable({
  caption,
  workloads,
}: {
  caption: string;
  workloads: readonly Workload[];
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const when = (time: string) => formatRelative(time, Date.now(), language);
  return (
    <ResponsiveTable
      caption={caption}
      columns={[
        t('kubernetes.columns.workload'),
        t('kubernetes.columns.state'),
        t('kubernetes.columns.pods'),
        t('kubernetes.columns.image'),
        t('kubernetes.columns.rolledOut'),
      ]}
      rows={workloads.map(workload => {
        const { kind, name, hosts, state, images, rolledOutAt } = workload;
        const { schedule, autoscaler, restarts } = workload;
        return [
          <>
            {name}
            <span className={classes.kind}>{[kind, ...hosts].join(', ')}</span>
          </>,
          <StateMark key="state" state={state} />,
          <>
            <span className={classes.line}>
              {schedule
                ? t('kubernetes.active', { count: schedule.active })
                : t('kubernetes.ready', {
                    ready: String(workload.ready),
                    desired: String(workload.desired),
                  })}
            </span>
            {schedule && (
              <span className={classes.line}>
                {schedule.isSuspended
                  ? t('kubernetes.suspended')
                  : t('kubernetes.schedule', { cron: schedule.cron })}
                {schedule.lastScheduledAt &&
                  `, ${t('kubernetes.lastRun', {
                    when: when(schedule.lastScheduledAt),
                  })}`}
              </span>
            )}
            {restarts > 0 && (
              <span className={classes.line}>
                {t('kubernetes.restarts', { count: restarts })}
              </span>
            )}
            {autoscaler && (
              <span className={classes.line}>
                {t('kubernetes.autoscaler', {
                  current: String(autoscaler.current),
                  min: String(autoscaler.min),
                  max: String(autoscaler.max),
                })}
                {autoscaler.isSaturated ? (
                  <>
                    {', '}
                    <span className={classes.limit}>
                      {t('kubernetes.saturated')}
                    </span>
                  </>
                ) : (
                  autoscaler.isAtMaximum && `, ${t('kubernetes.atMaximum')}`
                )}
              </span>
            )}
          </>,
          images.map(image => (
            <ImageName key={image.container} image={image} />
          )),
          rolledOutAt && (
            <time dateTime={rolledOutAt} title={rolledOutAt}>
              {when(rolledOutAt)}
            </time>
          ),
        ];
      })}
    />
  );
}

/** `orders:2.33.0`, and whole where one points at it. */
export function ImageName({ image }: { image: ContainerImage }) {
  const classes = useStyles();
  const { repository, tag, digest } = image;
  const short = repository.slice(repository.lastIndexOf('/') + 1);
  return (
    <span
      className={classes.line}
      title={`${repository}${tag ? `:${tag}` : ''}${
        digest ? `@${digest}` : ''
      }`}
    >
      {tag ? `${short}:${tag}` : short}
      {digest && (
        <span className={classes.kind}>
          {digest.slice(0, 'sha256:'.length + 12)}
        </span>
      )}
    </span>
  );
}
