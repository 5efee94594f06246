import type { ScorecardDetails } from '@backstage-handover/plugin-handover-common';
import MuiCheckbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { framed, useHandoverTranslation } from '../../../components';

const Checkbox = framed(MuiCheckbox, 'within');

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
      gap: theme.spacing(0, 2),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HandoverInitiativeChecks' },
);

/** Chooses checks of a scorecard, in their order. Those that are gone can be removed. */
export function CheckBoxes({
  scorecard,
  value,
  onChange,
}: {
  scorecard: ScorecardDetails | undefined;
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const known = (scorecard?.checks ?? []).map(({ id, title, level }) => ({
    id,
    label: t('page.filters.levelOf', {
      scorecard:
        scorecard?.levels.find(each => each.id === level)?.title ?? level,
      level: title,
    }),
  }));
  const gone = value
    .filter(id => !known.some(each => each.id === id))
    .map(id => ({ id, label: t('initiatives.form.gone', { name: id }) }));
  return (
    <div
      role="group"
      aria-label={t('initiatives.form.whichChecks')}
      className={classes.root}
    >
      {[...known, ...gone].map(({ id, label }) => (
        <FormControlLabel
          key={id}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={value.includes(id)}
              onChange={event =>
                onChange(
                  event.target.checked
                    ? [...value, id]
                    : value.filter(each => each !== id),
                )
              }
            />
          }
          label={label}
        />
      ))}
    </div>
  );
}
