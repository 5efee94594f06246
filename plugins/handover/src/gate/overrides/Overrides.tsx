import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { Freshness, Unread, useHandoverTranslation } from '../../components';
import { useDateFormat } from '../useDateFormat';
import { useGateDecisions } from '../useGateDecisions';
import { useNow } from '../useNow';
import { OverrideItem } from './OverrideItem';
import { RequestButton } from './RequestButton';
import { useGateOf, useOpenOverrides, useOverrideRights } from './useOverrides';

const useStyles = makeStyles(
  theme => ({
    title: { margin: 0, fontSize: '1rem', fontWeight: 700 },
    list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
  }),
  { name: 'HandoverOverrides' },
);

/** The overrides that are requested, scheduled or in force, and the way to one while the gate is closed. */
export function Overrides({ entityRef }: { entityRef: string }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { locale, timeZone } = useDateFormat();
  const now = useNow();
  const titleId = useId();
  const rights = useOverrideRights(entityRef);
  const gate = useGateDecisions(entityRef);
  const reading = useOpenOverrides(entityRef);
  useGateOf(entityRef, reading);
  const closed =
    gate.status === 'ready'
      ? gate.decisions
          .filter(({ verdict }) => verdict !== 'open')
          .map(({ environment }) => environment)
      : [];
  const request = <RequestButton entityRef={entityRef} environments={closed} />;
  if (reading.status === 'loading') {
    return null;
  }
  if (reading.status === 'failed') {
    const { message } = reading.error;
    return (
      <div>
        <Unread
          reading={reading}
          message={t('gate.overrides.unread', { message })}
        />
        {request}
      </div>
    );
  }
  const { items } = reading.data;
  return (
    <div>
      {items.length > 0 && (
        <>
          <h4 className={classes.title} id={titleId}>
            {t('gate.overrides.title')}
          </h4>
          <ul className={classes.list} aria-labelledby={titleId}>
            {items.map(override => (
              <OverrideItem
                key={override.id}
                override={override}
                rights={rights}
                format={{ locale, timeZone, now }}
              />
            ))}
          </ul>
          <Freshness quiet freshness={reading.freshness} />
        </>
      )}
      {request}
    </div>
  );
}
