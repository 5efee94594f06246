import type { EntityScorecard } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import ReachedIcon from '@material-ui/icons/CheckCircle';
import OpenIcon from '@material-ui/icons/RadioButtonUnchecked';
import { useHandoverTranslation, VisuallyHidden } from '../components';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      fontSize: '0.875rem',
    },
    level: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      '& svg': { fontSize: '1.125rem' },
    },
    open: { color: theme.palette.text.secondary },
  }),
  { name: 'HandoverLevels' },
);

/** All levels from the lowest, with how many of their checks are fulfilled. */
export function Levels({
  item: { scorecard, result },
}: {
  item: EntityScorecard;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reached = scorecard.levels.findIndex(({ id }) => id === result.level);
  const byId = new Map(result.checks.map(each => [each.id, each]));
  return (
    <ol aria-label={t('scorecards.levels')} className={classes.list}>
      {scorecard.levels.map(({ id, title }, rank) => {
        const checks = scorecard.checks.flatMap(check => {
          const found = byId.get(check.id);
          return check.level === id && found?.counts ? [found] : [];
        });
        const fulfilled = checks.filter(
          ({ outcome }) => outcome !== 'fail' && outcome !== 'unknown',
        );
        const isReached = rank <= reached;
        const Icon = isReached ? ReachedIcon : OpenIcon;
        return (
          <li
            key={id}
            className={`${classes.level} ${isReached ? '' : classes.open}`}
          >
            <Icon aria-hidden />
            <span>
              {t('scorecards.levelChecks', {
                level: title,
                fulfilled: String(fulfilled.length),
                checks: String(checks.length),
              })}
              <VisuallyHidden>
                {isReached
                  ? t('scorecards.reached')
                  : t('scorecards.notReached')}
              </VisuallyHidden>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
