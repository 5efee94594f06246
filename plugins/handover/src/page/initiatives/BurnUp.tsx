import type {
  InitiativeBurnUp,
  InitiativeDetails,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  formatDate,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { toOwners } from '../filters/toOwners';
import { formatCount } from '../formats';
import { Note, ViewContent, ViewPart } from '../frame';
import type { FleetState } from '../state/fleetState';
import { BurnUpChart } from './BurnUpChart';
import { countWords, totalOf } from './countWords';
import { forecastWords } from './forecastWords';
import { useBurnUp } from './useInitiatives';

const useStyles = makeStyles(
  theme => ({
    forecast: { margin: theme.spacing(0.5, 0, 1.5), fontWeight: 600 },
    summary: {
      cursor: 'pointer',
      color: theme.palette.link,
      fontSize: '0.875rem',
    },
  }),
  { name: 'HandoverBurnUp' },
);

type BurnUpProps = { initiative: InitiativeDetails; state: FleetState };

/** How an initiative went until now, and when it is reached at that pace. */
export function BurnUp({ initiative, state }: BurnUpProps) {
  const { t } = useHandoverTranslation();
  const reading = useBurnUp(initiative.id, toOwners(state.filters));
  return (
    <ViewPart title={t('initiatives.one.burnUp')}>
      <ViewContent
        reading={reading}
        height={240}
        loading={t('initiatives.one.burnUpLoading')}
        failed={message => t('initiatives.one.burnUpFailed', { message })}
      >
        {burnUp =>
          burnUp.days.length === 0 ? (
            <Note>{t('initiatives.one.notStarted')}</Note>
          ) : (
            <Days burnUp={burnUp} initiative={initiative} />
          )
        }
      </ViewContent>
    </ViewPart>
  );
}

function Days({
  burnUp: { days, forecast },
  initiative: { endsOn, title },
}: Pick<BurnUpProps, 'initiative'> & { burnUp: InitiativeBurnUp }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const last = days[days.length - 1];
  return (
    <>
      {forecast && (
        <p className={classes.forecast}>
          {forecastWords(forecast, { endsOn, language, t })}
        </p>
      )}
      <BurnUpChart
        days={days}
        forecast={forecast}
        endsOn={endsOn}
        label={t('initiatives.one.chart', {
          from: formatDate(days[0].day, language),
          to: formatDate(last.day, language),
          counts: countWords(last, t, language),
        })}
      />
      <AsTable
        caption={`${t('initiatives.one.burnUp')}: ${title}`}
        days={days}
      />
    </>
  );
}

/** The days as a table, the latest first, which is there once somebody wants it. */
function AsTable({
  caption,
  days,
}: Pick<InitiativeBurnUp, 'days'> & { caption: string }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>
        {t('initiatives.one.asTable')}
      </summary>
      {isOpen && (
        <ResponsiveTable
          caption={caption}
          columns={[
            t('initiatives.one.day'),
            t('initiatives.progress.reached'),
            t('initiatives.progress.open'),
            t('initiatives.progress.unknown'),
            t('initiatives.one.total'),
          ]}
          rows={[...days]
            .reverse()
            .map(each => [
              formatDate(each.day, language),
              formatCount(each.reached, language),
              formatCount(each.open, language),
              formatCount(each.unknown, language),
              formatCount(totalOf(each), language),
            ])}
        />
      )}
    </details>
  );
}
