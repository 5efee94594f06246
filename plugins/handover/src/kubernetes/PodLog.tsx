import { useApi } from '@backstage/frontend-plugin-api';
import { kubernetesApiRef } from '@backstage/plugin-kubernetes-react';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  Button,
  Freshness,
  Unread,
  useHandoverTranslation,
  useReading,
} from '../components';
import { Disclosure } from './Disclosure';
import { type PodLogTarget, readPodLog } from './readPodLog';

const INTERVAL_MS = 15_000;

const useStyles = makeStyles(
  theme => ({
    log: {
      maxHeight: 260,
      overflow: 'auto',
      margin: theme.spacing(0.5, 0),
      padding: theme.spacing(1),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
      fontSize: '0.75rem',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    note: { margin: theme.spacing(0.5, 0) },
  }),
  { name: 'HandoverPodLog' },
);

export type PodLogProps = Omit<PodLogTarget, 'previous'> & {
  /** Shows first what it logged before it was last restarted. */
  hasRestarted: boolean;
};

/** The last lines that a container logged, one click away. */
export function PodLog({ hasRestarted, ...target }: PodLogProps) {
  const { t } = useHandoverTranslation();
  const [previous, setPrevious] = useState(hasRestarted);
  return (
    <Disclosure show={t('kubernetes.log.show')} hide={t('kubernetes.log.hide')}>
      {hasRestarted && (
        <Button size="small" onClick={() => setPrevious(!previous)}>
          {t(previous ? 'kubernetes.log.now' : 'kubernetes.log.before')}
        </Button>
      )}
      <Lines {...target} previous={previous} />
    </Disclosure>
  );
}

function Lines(target: PodLogTarget) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const kubernetes = useApi(kubernetesApiRef);
  const { cluster, namespace, pod, container, previous } = target;
  const reading = useReading<string>({
    key: ['kubernetes', 'log', cluster, namespace, pod, container, previous],
    read: ({ signal }) => readPodLog(kubernetes, target, signal),
    every: INTERVAL_MS,
  });
  switch (reading.status) {
    case 'loading':
      return (
        <p role="status" className={classes.note}>
          {t('kubernetes.log.loading')}
        </p>
      );
    case 'failed':
      return (
        <Unread
          reading={reading}
          message={t('kubernetes.log.failed', {
            message: reading.error.message,
          })}
        />
      );
    default:
      return (
        <>
          <Freshness freshness={reading.freshness} />
          {reading.data.trim() ? (
            <pre
              className={classes.log}
              // It scrolls, also by keyboard.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
              role="region"
              aria-label={t(
                previous
                  ? 'kubernetes.log.titleBefore'
                  : 'kubernetes.log.title',
                { pod },
              )}
            >
              {reading.data.trimEnd()}
            </pre>
          ) : (
            <p className={classes.note}>{t('kubernetes.log.empty')}</p>
          )}
        </>
      );
  }
}
