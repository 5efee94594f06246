import type { PodEvent } from '@backstage-handover/plugin-handover-common/kubernetes';
import { useApi } from '@backstage/frontend-plugin-api';
import { kubernetesApiRef } from '@backstage/plugin-kubernetes-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatRelative,
  Freshness,
  Unread,
  useHandoverTranslation,
  useLanguage,
  useReading,
} from '../components';
import { Disclosure } from './Disclosure';
import { type PodEventsTarget, readPodEvents } from './readPodEvents';

const INTERVAL_MS = 15_000;

const useStyles = makeStyles(
  theme => ({
    list: {
      maxHeight: 260,
      overflow: 'auto',
      margin: theme.spacing(0.5, 0),
      padding: theme.spacing(1, 1, 1, 3),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
    quiet: { color: theme.palette.text.secondary },
    note: { margin: theme.spacing(0.5, 0) },
  }),
  { name: 'HandoverPodEvents' },
);

/** The latest events of a pod, one click away. */
export function PodEvents(target: PodEventsTarget) {
  const { t } = useHandoverTranslation();
  return (
    <Disclosure
      show={t('kubernetes.events.show')}
      hide={t('kubernetes.events.hide')}
    >
      <Events {...target} />
    </Disclosure>
  );
}

function Events(target: PodEventsTarget) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const kubernetes = useApi(kubernetesApiRef);
  const { cluster, namespace, pod } = target;
  const reading = useReading<PodEvent[]>({
    key: ['kubernetes', 'events', cluster, namespace, pod],
    read: ({ signal }) => readPodEvents(kubernetes, target, signal),
    every: INTERVAL_MS,
  });
  switch (reading.status) {
    case 'loading':
      return (
        <p role="status" className={classes.note}>
          {t('kubernetes.events.loading')}
        </p>
      );
    case 'failed':
      return (
        <Unread
          reading={reading}
          message={t('kubernetes.events.failed', {
            message: reading.error.message,
          })}
        />
      );
    default:
      return (
        <>
          <Freshness freshness={reading.freshness} />
          {reading.data.length > 0 ? (
            <ul
              className={classes.list}
              // It scrolls, also by keyboard.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
              aria-label={t('kubernetes.events.title', { pod })}
            >
              {reading.data.map((event, index) => (
                <li key={index}>
                  <Occurrence event={event} />
                </li>
              ))}
            </ul>
          ) : (
            <p className={classes.note}>{t('kubernetes.events.empty')}</p>
          )}
        </>
      );
  }
}

function Occurrence({ event }: { event: PodEvent }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { isWarning, reason, message, count, at } = event;
  const facts = [
    isWarning && t('kubernetes.events.warning'),
    at && formatRelative(at, Date.now(), language),
    count > 1 && t('kubernetes.events.times', { count }),
  ].filter(Boolean);
  return (
    <>
      <strong>{reason}</strong>
      {facts.length > 0 && (
        <span className={classes.quiet}> ({facts.join(', ')})</span>
      )}
      : {message}
    </>
  );
}
