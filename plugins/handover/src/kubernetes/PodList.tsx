import type { PodSummary } from '@backstage-handover/plugin-handover-common/kubernetes';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  formatRelative,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { useProgressiveCount } from '../components/useProgressiveCount';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(0.5, 0, 1),
      fontSize: '0.875rem',
      '& summary': { cursor: 'pointer', color: theme.palette.link },
      '@media print': { display: 'none' },
    },
  }),
  { name: 'HandoverPodList' },
);

/** All pods of an environment, to be opened: those that do not run first. */
export function PodList({ pods }: { pods: readonly PodSummary[] }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={classes.root}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>{t('kubernetes.pods.all', { count: pods.length })}</summary>
      {isOpen && <Rows pods={pods} />}
    </details>
  );
}

function Rows({ pods }: { pods: readonly PodSummary[] }) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const shown = useProgressiveCount(pods.length);
  return (
    <ResponsiveTable
      caption={t('kubernetes.pods.all', { count: pods.length })}
      columns={[
        t('kubernetes.pods.name'),
        t('kubernetes.columns.state'),
        t('kubernetes.pods.ready'),
        t('kubernetes.pods.restarts'),
        t('kubernetes.pods.started'),
        t('kubernetes.pods.node'),
      ]}
      rows={pods
        .slice(0, shown)
        .map(
          ({ name, status, ready, containers, restarts, startedAt, node }) => [
            name,
            status,
            `${ready}/${containers}`,
            String(restarts),
            startedAt && formatRelative(startedAt, Date.now(), language),
            node,
          ],
        )}
    />
  );
}
