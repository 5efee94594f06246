import type { EntityScorecard } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { Label, useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({
    dot: {
      width: 10,
      height: 10,
      borderRadius: '50%',
      border: `1px solid ${theme.palette.text.secondary}`,
      '@media print': { display: 'none' },
    },
  }),
  { name: 'HandoverLevelMark' },
);

/** The level by its name; its colour only accompanies it. */
export function LevelMark({
  item: { scorecard, result },
}: {
  item: EntityScorecard;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const level = scorecard.levels.find(({ id }) => id === result.level);
  return (
    <Label>
      {level?.color && (
        <span
          aria-hidden
          className={classes.dot}
          style={{ backgroundColor: level.color }}
        />
      )}
      {level?.title ?? t('scorecards.noLevel')}
      {result.levelHeld && t('scorecards.held')}
    </Label>
  );
}
