import type { RollbackTriggers } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  Freshness,
  type HandoverPanelProps,
  Unread,
  useHandoverTranslation,
} from '../components';
import { TriggerRow } from './TriggerRow';
import { UnreadSources } from './UnreadSources';
import { useTriggers } from './useTriggers';

const useStyles = makeStyles(
  theme => ({
    root: { marginBottom: theme.spacing(2) },
    title: { margin: 0, fontSize: '1rem', fontWeight: 600 },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    hint: {
      margin: theme.spacing(0, 0, 1),
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HandoverTriggersPanel' },
);

/** What each trigger with a query measures now, and whether it is met. */
export function TriggersPanel({ entityRef }: HandoverPanelProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useTriggers(entityRef);
  switch (reading.status) {
    case 'loading':
      return <p className={classes.hint}>{t('triggers.loading')}</p>;
    case 'failed':
      return (
        <Unread
          reading={reading}
          message={t('triggers.failed', { message: reading.error.message })}
        />
      );
    default: {
      const { items, sources } = reading.data;
      if (items.length === 0) {
        return null;
      }
      return sources.length === 0 ? (
        <p className={classes.hint}>{t('triggers.noSource')}</p>
      ) : (
        <div className={classes.root}>
          <h3 className={classes.title}>{t('triggers.title')}</h3>
          <Freshness freshness={reading.freshness} />
          <UnreadSources sources={sources} />
          <TriggerList triggers={reading.data} />
        </div>
      );
    }
  }
}

function TriggerList({
  triggers: { items, sources, watch },
}: {
  triggers: RollbackTriggers;
}) {
  const classes = useStyles();
  return (
    // Safari drops the list's role together with its markers.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul role="list" className={classes.list}>
      {items.map((trigger, index) => (
        <TriggerRow
          // The list has no keys of its own and is replaced as a whole.
          key={index}
          trigger={trigger}
          sources={sources}
          deployedAt={watch?.deployedAt}
        />
      ))}
    </ul>
  );
}
