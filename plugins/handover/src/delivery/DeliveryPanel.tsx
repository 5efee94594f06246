import type { ProviderState } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  Button,
  formatRelative,
  Label,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { MetricsPanel } from './MetricsPanel';
import { PromotionTable } from './PromotionTable';
import { RunTable } from './RunTable';
import { useDelivery } from './useDelivery';

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

/** What is deployed, how it got there, and how well that goes. Nothing where nobody tells of it. */
export function DeliveryPanel({ entityRef }: { entityRef: string }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [days, setDays] = useState<30 | 90>(30);
  const state = useDelivery(entityRef, days);
  if (state.status === 'loading') {
    return (
      <p role="status" className={classes.note}>
        {t('delivery.loading')}
      </p>
    );
  }
  if (state.status === 'failed') {
    return (
      <p role="alert" className={classes.failure}>
        {t('delivery.failed', { message: state.error.message })}{' '}
        <Button size="small" onClick={state.retry}>
          {t('delivery.retry')}
        </Button>
      </p>
    );
  }
  const { promotion, metrics, runs } = state.delivery;
  const isDeployed = promotion.environments.some(
    ({ deployment, attempt }) => deployment || attempt,
  );
  return (
    <>
      <Demonstrations providers={runs.providers} />
      {runs.providers
        .filter(({ status }) => status === 'failing')
        .map(provider => (
          <Failure key={provider.id} provider={provider} />
        ))}
      {isDeployed && (
        <>
          <PromotionTable promotion={promotion} />
          <MetricsPanel metrics={metrics} days={days} onDays={setDays} />
        </>
      )}
      {runs.items.length > 0 && <RunTable runs={runs.items} />}
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
