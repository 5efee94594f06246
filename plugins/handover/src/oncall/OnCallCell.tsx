import type { OnCallItem } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  CellTitle,
  Freshness,
  type HandoverCellProps,
  useHandoverTranslation,
} from '../components';
import { Failing } from './Failing';
import { LevelPeople } from './LevelPeople';
import { PageButton, type Paging } from './paging/PageButton';
import { PageDialog } from './paging/PageDialog';
import { useOnCall } from './useOnCall';

const useStyles = makeStyles(
  theme => ({
    // Beside the title, the buttons cost no line.
    title: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: theme.spacing(0.5),
    },
  }),
  { name: 'HandoverOnCallCell' },
);

/** Whom to call now. Nothing if no on-call system applies. */
export function OnCallCell({ entityRef }: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useOnCall(entityRef);
  const [paging, setPaging] = useState<Paging>();
  if (reading.status === 'loading') {
    return null;
  }
  if (reading.status === 'failed') {
    return (
      <>
        <CellTitle>{t('oncall.title')}</CellTitle>
        {t('oncall.unread', { message: reading.error.message })}
      </>
    );
  }
  const { items, providers } = reading.data;
  if (providers.length === 0) {
    return null;
  }
  return (
    <>
      <div className={classes.title}>
        <CellTitle>{t('oncall.title')}</CellTitle>
        {items.map(item => (
          <PageButton
            key={item.provider}
            entityRef={entityRef}
            item={item}
            onCall={reading.data}
            onOpen={setPaging}
          />
        ))}
      </div>
      {items.map(item => (
        <div key={item.provider}>
          <FirstLevels item={item} />
        </div>
      ))}
      {/* The panel announces both. */}
      <Failing providers={providers} silent />
      <Freshness freshness={reading.freshness} quiet silent />
      {paging && (
        <PageDialog
          {...paging}
          entityRef={entityRef}
          onClose={() => setPaging(undefined)}
        />
      )}
    </>
  );
}

/** The first level, and if it has a gap, the first that has none. */
function FirstLevels({ item: { levels } }: { item: OnCallItem }) {
  const { t } = useHandoverTranslation();
  const [first, ...others] = levels;
  if (!first) {
    return <>{t('oncall.nobody')}</>;
  }
  const standIn =
    first.people.length === 0
      ? others.find(({ people }) => people.length > 0)
      : undefined;
  return (
    <>
      <LevelPeople level={first} />
      {standIn && (
        <>
          <div>{t('oncall.level', { level: String(standIn.level) })}</div>
          <LevelPeople level={standIn} />
        </>
      )}
    </>
  );
}
