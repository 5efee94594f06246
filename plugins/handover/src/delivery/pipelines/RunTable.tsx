import type { Run } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  FieldLink,
  formatRelative,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../../components';

const useStyles = makeStyles(
  theme => ({
    title: {
      margin: theme.spacing(2, 0, 0.5),
      fontSize: '1rem',
      fontWeight: 600,
    },
    failed: { color: theme.palette.error.main, fontWeight: 600 },
  }),
  { name: 'HandoverRuns' },
);

/** The last runs of an entity's pipelines. */
export function RunTable({ runs }: { runs: readonly Run[] }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  return (
    <>
      <h3 className={classes.title}>{t('delivery.runs.title')}</h3>
      <ResponsiveTable
        caption={t('delivery.runs.title')}
        columns={[
          t('delivery.runs.pipeline'),
          t('delivery.runs.status'),
          t('delivery.runs.stages'),
          t('delivery.runs.started'),
        ]}
        rows={runs.map(({ id, pipeline, url, status, stages, startedAt }) => {
          const failed = stages.find(each => each.status === 'failed');
          const running = stages.find(each => each.status === 'running');
          return [
            url ? <FieldLink to={url}>{pipeline}</FieldLink> : pipeline,
            <span
              key={id}
              className={status === 'failed' ? classes.failed : undefined}
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
    </>
  );
}
