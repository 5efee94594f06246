import { makeStyles } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { useHandoverTranslation } from '../components';
import { LevelMark, SCORECARDS_ID, useScorecards } from '../scorecards';

const useStyles = makeStyles(
  theme => ({
    level: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    link: { color: theme.palette.link },
  }),
  { name: 'HandoverCardLevels' },
);

/** The level of each scorecard, as rows of a list. Nothing if none applies. */
export function LevelRows({
  entityRef,
  tabPath,
}: {
  entityRef: string;
  tabPath: string;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useScorecards(entityRef);
  if (reading.status === 'loading') {
    return null;
  }
  if (reading.status === 'failed') {
    return (
      <>
        <dt>{t('scorecards.title')}</dt>
        <dd>{t('scorecards.failed', { message: reading.error.message })}</dd>
      </>
    );
  }
  return (
    <>
      {reading.data.items.map(item => {
        const { name, title } = item.scorecard;
        return [
          <dt key={`${name}/term`}>{title}</dt>,
          <dd key={name} className={classes.level}>
            <LevelMark item={item} />
            <Link
              className={classes.link}
              to={`${tabPath}#${SCORECARDS_ID}`}
              aria-label={t('card.checksOf', { title })}
            >
              {t('card.checks')}
            </Link>
          </dd>,
        ];
      })}
    </>
  );
}
