import type {
  ScorecardDetails,
  ScorecardPreview,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { Unread, useHandoverTranslation, useLanguage } from '../../components';
import { formatCount } from '../formats';
import type { FleetState } from '../state/fleetState';
import { useScorecardPreview } from './useScorecardChanges';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
      '& p': { margin: 0 },
    },
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'HandoverScorecardPreview' },
);

/** What happens when the next checks begin to count. Nothing if all count. */
export function Preview({
  scorecard,
  state,
}: {
  scorecard: ScorecardDetails;
  state: FleetState;
}) {
  const { t } = useHandoverTranslation();
  const reading = useScorecardPreview(scorecard, state.filters);
  if (reading.status === 'failed') {
    return (
      <Unread
        reading={reading}
        message={t('page.scorecards.preview.failed', {
          message: reading.error.message,
        })}
      />
    );
  }
  return reading.status === 'ready' && reading.data.next ? (
    <Next next={reading.data.next} scorecard={scorecard} />
  ) : null;
}

function Next({
  next: { day, checks, entities, lost },
  scorecard,
}: {
  next: NonNullable<ScorecardPreview['next']>;
  scorecard: ScorecardDetails;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const titleOf = (id: string) =>
    scorecard.checks.find(each => each.id === id)?.title ?? id;
  const titles = checks.map(({ id }) =>
    t('page.scorecards.preview.quoted', { title: titleOf(id) }),
  );
  return (
    <section
      className={classes.root}
      aria-label={t('page.scorecards.preview.title', {
        title: scorecard.title,
      })}
    >
      <ScheduleIcon fontSize="small" aria-hidden />
      <div>
        <p>
          {t('page.scorecards.preview.begins', {
            count: checks.length,
            day: new Intl.DateTimeFormat(language, {
              dateStyle: 'long',
              timeZone: 'UTC',
            }).format(Date.parse(day)),
            checks: new Intl.ListFormat(language).format(titles),
          })}{' '}
          {t('page.scorecards.preview.lost', {
            count: lost,
            services: formatCount(entities, language),
          })}
        </p>
        <ul className={classes.list}>
          {checks.map(({ id, outcomes }) => (
            <li key={id}>
              {t('page.scorecards.preview.check', {
                title: titleOf(id),
                fail: formatCount(outcomes.fail ?? 0, language),
                unknown: formatCount(outcomes.unknown ?? 0, language),
              })}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
