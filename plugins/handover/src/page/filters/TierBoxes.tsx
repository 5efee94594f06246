import MuiCheckbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { framed } from '../../components';
import { TIERS } from '../state/fleetState';

const Checkbox = framed(MuiCheckbox, 'within');

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
    label: { marginRight: theme.spacing(1.5) },
    tier: { marginRight: theme.spacing(1) },
  }),
  { name: 'HandoverTierBoxes' },
);

/** Chooses tiers of services. */
export function TierBoxes({
  label,
  value,
  onChange,
}: {
  label: string;
  value: readonly number[];
  onChange: (value: number[]) => void;
}) {
  const classes = useStyles();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={classes.root}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      {TIERS.map(each => (
        <FormControlLabel
          key={each}
          className={classes.tier}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={value.includes(each)}
              onChange={event =>
                onChange(
                  event.target.checked
                    ? [...value, each].sort()
                    : value.filter(other => other !== each),
                )
              }
            />
          }
          label={String(each)}
        />
      ))}
    </div>
  );
}
