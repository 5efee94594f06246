import type { ProviderState } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  combineFreshness,
  formatRelative,
  Freshness,
  type HandoverPanelProps,
  Label,
  Unread,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { MetricsPanel } from './MetricsPanel';
import { PromotionTable } from './PromotionTable';
import { RecentRuns } from './RecentRuns';
import { useDelivery, useMetrics } from './useDelivery';

const FIRST_DAYS = 30;

const useStyles = makeStyles(
  theme => ({
    note: { margin: theme.spacing(1, 0), fontSize: '0.875rem' },
    failure: {
      margin: theme.spacing(1, 0),
      padding: theme.spacing(0.5, 1.5),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
      fontSize: '0.875rem',
    },
  }),
  { name: 'HandoverDelivery' },
);

/** Deployed versions, delivery metrics and runs. Nothing if no provider applies. */
export function DeliveryPanel({ entity, entityRef }: HandoverPanelProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [days, setDays] = useState<30 | 90>(FIRST_DAYS);
  const delivery = useDelivery(entityRef);
  const metrics = useMetrics(entityRef, days);
  // What comes first comes together, so that nothing moves.
  const isFirst = metrics.status === 'loading' && days === FIRST_DAYS;
  if (delivery.status === 'loading' || isFirst) {
    return (
      <p role="status" className={classes.note}>
        {t('delivery.loading')}
      </p>
    );
  }
  if (delivery.status === 'failed') {
    return (
      <Unread
        reading={delivery}
        message={t('delivery.failed', { message: delivery.error.message })}
      />
    );
  }
  const { promotion, runs } = delivery.data;
  const isDeployed = promotion.environments.some(
    ({ deployment, attempt }) => deployment || attempt,
  );
  if (!isDeployed && runs.items.length === 0 && runs.providers.length === 0) {
    return null;
  }
  return (
    <>
      <Freshness
        freshness={
          metrics.status === 'ready'
            ? combineFreshness(delivery.freshness, metrics.freshness)
            : delivery.freshness
        }
      />
      <Demonstrations providers={runs.providers} />
      {runs.providers
        .filter(({ status }) => status === 'failing')
        .map(provider => (
          <Failure key={provider.id} provider={provider} />
        ))}
      {isDeployed && (
        <>
          <PromotionTable entity={entity} promotion={promotion} />
          <MetricsPanel reading={metrics} days={days} onDays={setDays} />
        </>
      )}
      {runs.items.length > 0 && (
        <RecentRuns entity={entity} runs={runs.items} />
      )}
    </>
  );
}

/** The providers whose data is made up. */
function Demonstrations({ providers }: { providers: ProviderState[] }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const titles = providers
    .filter(({ demonstration }) => demonstration)
    .map(({ title }) => title);
  return titles.length > 0 ? (
    <p className={classes.note}>
      <Label>{`${t('delivery.demonstration')}: ${titles.join(', ')}`}</Label>
    </p>
  ) : null;
}

/** A provider that fails. */
function Failure({ provider }: { provider: ProviderState }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { title, failingSince, fetchedAt, message } = provider;
  return (
    <p role="alert" className={classes.failure}>
      {t('delivery.failing', {
        title,
        when: failingSince
          ? formatRelative(failingSince, Date.now(), language)
          : '',
        message: message ?? '',
      })}
      {fetchedAt &&
        ` ${t('delivery.asOf', {
          when: formatRelative(fetchedAt, Date.now(), language),
        })}`}
    </p>
  );
}
