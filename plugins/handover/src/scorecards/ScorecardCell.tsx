import {
  type EntityScorecard,
  nextChecks,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  CellTitle,
  Freshness,
  type HandoverCellProps,
  SectionLink,
  useHandoverTranslation,
  useLanguage,
  formatPercent,
} from '../components';
import { LevelMark } from './LevelMark';
import { SCORECARDS_ID } from './sectionId';
import { useScorecards } from './useScorecards';

const useStyles = makeStyles(
  theme => ({
    item: { overflowWrap: 'anywhere' },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    link: { color: theme.palette.link },
  }),
  { name: 'HandoverScorecardCell' },
);

/** The level of each scorecard. Nothing if none applies. */
export function ScorecardCell({ entityRef }: HandoverCellProps) {
  const classes = useStyles();
  const reading = useScorecards(entityRef);
  const { t } = useHandoverTranslation();
  if (reading.status === 'loading') {
    return null;
  }
  if (reading.status === 'failed') {
    return (
      <>
        <CellTitle>{t('scorecards.title')}</CellTitle>
        {t('scorecards.failed', { message: reading.error.message })}
      </>
    );
  }
  const { items } = reading.data;
  if (items.length === 0) {
    return null;
  }
  return (
    <>
      {items.map(item => (
        <div key={item.scorecard.name} className={classes.item}>
          <CellTitle>{item.scorecard.title}</CellTitle>
          <Level item={item} />
        </div>
      ))}
      <Freshness freshness={reading.freshness} quiet silent />
    </>
  );
}

function Level({ item }: { item: EntityScorecard }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { scorecard, result } = item;
  const [next] = nextChecks(scorecard, result.checks).filter(
    ({ result: { counts } }) => counts,
  );
  const title = scorecard.levels.find(({ id }) => id === next?.level)?.title;
  const open = nextChecks(scorecard, result.checks).filter(
    ({ level, result: { counts } }) => counts && level === next?.level,
  ).length;
  return (
    <>
      <div className={classes.line}>
        <LevelMark item={item} />
        {result.score !== undefined &&
          t('scorecards.score', {
            score: formatPercent(result.score, language),
          })}
      </div>
      {next && title && (
        <SectionLink className={classes.link} to={SCORECARDS_ID}>
          {t('scorecards.toNext', { count: open, level: title })}
        </SectionLink>
      )}
    </>
  );
}
