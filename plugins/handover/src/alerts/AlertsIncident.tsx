import type { Alerts } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  Freshness,
  type HandoverPanelProps,
  SectionFrame,
  Unread,
  useHandoverTranslation,
} from '../components';
import { AlertList } from './AlertList';
import { UnreadProviders } from './UnreadProviders';
import { useAlerts } from './useAlerts';

const useStyles = makeStyles(
  theme => ({
    note: { margin: theme.spacing(0.5, 0), fontSize: '0.875rem' },
  }),
  { name: 'HandoverAlertsIncident' },
);

/** Firing alerts with their fixes. Nothing if no system can have alerts of the entity. */
export function AlertsIncident({ entityRef, state }: HandoverPanelProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useAlerts(entityRef);
  if (
    reading.status === 'loading' ||
    (reading.status === 'ready' && reading.data.providers.length === 0)
  ) {
    return null;
  }
  return (
    <SectionFrame id="alerts" title={t('alerts.title')}>
      {reading.status === 'failed' ? (
        <Unread
          reading={reading}
          message={t('alerts.failed', { message: reading.error.message })}
        />
      ) : (
        <>
          <Freshness freshness={reading.freshness} />
          <UnreadProviders providers={reading.data.providers} />
          <None alerts={reading.data} />
          <AlertList
            alerts={reading.data}
            failures={state.document?.failures?.items}
          />
          {reading.data.providers.map(({ id, title, omitted = 0 }) =>
            omitted > 0 ? (
              <p key={id} className={classes.note}>
                {t('alerts.omitted', { title, count: omitted })}
              </p>
            ) : null,
          )}
        </>
      )}
    </SectionFrame>
  );
}

/** Says that nothing fires, as far as somebody knows. */
function None({ alerts: { items, providers } }: { alerts: Alerts }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const read = providers.filter(({ status }) => status === 'ok');
  if (items.length > 0 || read.length === 0) {
    return null;
  }
  return (
    <p className={classes.note}>
      {t(read.length === providers.length ? 'alerts.none' : 'alerts.noneRead')}
    </p>
  );
}
