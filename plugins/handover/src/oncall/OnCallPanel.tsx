import type {
  OnCallItem,
  OnCallProviderStatus,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment, useState } from 'react';
import {
  FieldLink,
  Freshness,
  type HandoverPanelProps,
  Label,
  Unread,
  useHandoverTranslation,
} from '../components';
import { Failing } from './Failing';
import { LevelPeople } from './LevelPeople';
import { PageButton, type Paging } from './paging/PageButton';
import { PageDialog } from './paging/PageDialog';
import { useOnCall } from './useOnCall';

const useStyles = makeStyles(
  theme => ({
    root: { marginBottom: theme.spacing(2), fontSize: '0.875rem' },
    title: { margin: 0, fontSize: '1rem', fontWeight: 600 },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    level: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      alignItems: 'start',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      breakInside: 'avoid',
      '&:first-child': { borderTop: 0 },
    },
    source: { color: theme.palette.text.secondary },
  }),
  { name: 'HandoverOnCall' },
);

/** Who is on call at each level. Nothing if no on-call system applies. */
export function OnCallPanel({ entityRef }: HandoverPanelProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useOnCall(entityRef);
  const [paging, setPaging] = useState<Paging>();
  if (reading.status === 'loading') {
    return null;
  }
  if (reading.status === 'failed') {
    return (
      <Unread
        reading={reading}
        message={t('oncall.unread', { message: reading.error.message })}
      />
    );
  }
  const { items, providers } = reading.data;
  if (providers.length === 0) {
    return null;
  }
  return (
    <div className={classes.root}>
      <h3 className={classes.title}>{t('oncall.title')}</h3>
      <Freshness freshness={reading.freshness} />
      {items.map(item => (
        <Fragment key={item.provider}>
          <Levels
            item={item}
            provider={providers.find(({ id }) => id === item.provider)}
          />
          <PageButton
            entityRef={entityRef}
            item={item}
            onCall={reading.data}
            onOpen={setPaging}
          />
        </Fragment>
      ))}
      <Failing providers={providers} />
      {paging && (
        <PageDialog
          {...paging}
          entityRef={entityRef}
          onClose={() => setPaging(undefined)}
        />
      )}
    </div>
  );
}

/** Every level that one system has, from the first to call. */
function Levels({
  item,
  provider,
}: {
  item: OnCallItem;
  provider?: OnCallProviderStatus;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { escalationPolicy: policy, levels } = item;
  return (
    <>
      {/* Safari drops the list's role together with its markers. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ol role="list" aria-label={t('oncall.title')} className={classes.list}>
        {levels.map(level => (
          <li key={level.level} className={classes.level}>
            <Label>{t('oncall.level', { level: String(level.level) })}</Label>
            <div>
              <LevelPeople level={level} />
            </div>
          </li>
        ))}
      </ol>
      {levels.length === 0 && <p>{t('oncall.nobody')}</p>}
      <div className={classes.source}>
        {t('oncall.from', { title: provider?.title ?? item.provider })}
        {policy && (
          <>
            {', '}
            {policy.url ? (
              <FieldLink to={policy.url}>{policy.name}</FieldLink>
            ) : (
              policy.name
            )}
          </>
        )}
      </div>
    </>
  );
}
