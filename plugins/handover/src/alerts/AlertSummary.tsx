import type { Alert } from '@backstage-handover/plugin-handover-common';
import {
  isCritical,
  isMuted,
} from '@backstage-handover/plugin-handover-common/alerts';
import { makeStyles } from '@material-ui/core/styles';
import FiringIcon from '@material-ui/icons/NotificationsActive';
import MutedIcon from '@material-ui/icons/NotificationsOff';
import { Link, useSearchParams } from 'react-router-dom';
import {
  Button,
  formatClock,
  Freshness,
  type HandoverCellProps,
  Unread,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { UnreadProviders } from './UnreadProviders';
import { useAlerts } from './useAlerts';

/** So many alerts are named; the rest are counted. */
const NAMED = 3;

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      minHeight: 30,
      fontSize: '0.875rem',
      lineHeight: 1.45,
      overflowWrap: 'anywhere',
      '& svg': { flex: 'none', fontSize: '1.25rem' },
    },
    message: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      flex: '1 1 20rem',
      minWidth: 0,
    },
    critical: { '& svg': { color: theme.palette.error.main } },
    warning: { '& svg': { color: theme.palette.warning.main } },
    muted: { '& svg': { color: theme.palette.text.secondary } },
    show: { '@media print': { display: 'none' } },
  }),
  { name: 'HandoverAlertSummary' },
);

/** Which alerts fire, in a line. Nothing if none does and all are known. */
export function AlertSummary({ entityRef }: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useAlerts(entityRef);
  const [params] = useSearchParams();
  if (reading.status === 'loading') {
    return null;
  }
  if (reading.status === 'failed') {
    return (
      <Unread
        reading={reading}
        message={t('alerts.failed', { message: reading.error.message })}
      />
    );
  }
  const { items, providers } = reading.data;
  const firing = items.filter(alert => !isMuted(alert));
  const muted = items.filter(isMuted);
  const shown = firing.length > 0 ? firing : muted;
  const incidentParams = new URLSearchParams(params);
  incidentParams.set('view', 'incident');
  return (
    <>
      {shown.length > 0 && (
        <div className={`${classes.line} ${classes[signOf(firing)]}`}>
          <div className={classes.message}>
            {firing.length > 0 ? (
              <FiringIcon aria-hidden />
            ) : (
              <MutedIcon aria-hidden />
            )}
            <span>
              <Names
                alerts={shown}
                message={firing.length > 0 ? 'alerts.firing' : 'alerts.muted'}
              />
            </span>
          </div>
          <Button
            className={classes.show}
            size="small"
            variant="outlined"
            component={Link}
            role={undefined}
            to={`?${incidentParams}#alerts`}
          >
            {t('alerts.show')}
          </Button>
        </div>
      )}
      <UnreadProviders providers={providers} />
      {providers.length > 0 && (
        <Freshness freshness={reading.freshness} quiet />
      )}
    </>
  );
}

function Names({
  alerts,
  message,
}: {
  alerts: readonly Alert[];
  message: 'alerts.firing' | 'alerts.muted';
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const names = alerts.slice(0, NAMED).map(({ name, severity, since }) => {
    const words = {
      name,
      since: formatClock(Date.parse(since), Date.now(), language),
    };
    return severity
      ? t('alerts.named', { ...words, severity })
      : t('alerts.unranked', words);
  });
  const others = alerts.length - NAMED;
  const all = [
    names.join(', '),
    ...(others > 0 ? [t('alerts.others', { count: others })] : []),
  ].join(' ');
  return <>{t(message, { count: alerts.length, names: all })}</>;
}

function signOf(firing: readonly Alert[]): 'critical' | 'warning' | 'muted' {
  if (firing.length === 0) {
    return 'muted';
  }
  return firing.some(isCritical) ? 'critical' : 'warning';
}
