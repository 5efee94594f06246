import type { Run } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  FieldLink,
  formatRelative,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../components';

const useStyles = makeStyles(
  theme => ({
    failed: {
      paddingLeft: theme.spacing(0.75),
      borderLeft: `4px solid ${theme.palette.error.main}`,
      fontWeight: 600,
      whiteSpace: 'nowrap',
    },
    status: { whiteSpace: 'nowrap' },
    branch: {
      display: 'block',
      color: theme.palette.text.secondary,
      fontSize: '0.75rem',
      fontWeight: 400,
    },
  }),
  { name: 'HandoverRuns' },
);

/** Runs of an entity's pipelines. */
export function RunTable({ runs }: { runs: readonly Run[] }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  return (
    <ResponsiveTable
      caption={t('delivery.runs.title')}
      columns={[
        t('delivery.runs.pipeline'),
        t('delivery.runs.status'),
        t('delivery.runs.stages'),
        t('delivery.runs.started'),
      ]}
      rows={runs.map(run => {
        const { id, pipeline, branch, url, status, stages, startedAt } = run;
        const failed = stages.find(each => each.status === 'failed');
        const running = stages.find(each => each.status === 'running');
        return [
          <>
            {url ? <FieldLink to={url}>{pipeline}</FieldLink> : pipeline}
            {branch && <span className={classes.branch}>{branch}</span>}
          </>,
          <span
            key={id}
            className={status === 'failed' ? classes.failed : classes.status}
          >
            {t(`delivery.runs.statuses.${status}`)}
          </span>,
          (failed && t('delivery.runs.failedAt', { stage: failed.name })) ||
            (running &&
              t('delivery.runs.runningAt', { stage: running.name })) ||
            stages.map(each => each.name).join(', '),
          startedAt && (
            <time dateTime={startedAt} title={startedAt}>
              {formatRelative(startedAt, Date.now(), language)}
            </time>
          ),
        ];
      })}
    />
  );
}
