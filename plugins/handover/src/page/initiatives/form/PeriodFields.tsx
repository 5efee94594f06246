import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useHandoverTranslation } from '../../../components';
import { type FieldsProps, helpOf } from './fields';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
      gap: theme.spacing(2),
    },
  }),
  { name: 'HandoverInitiativePeriod' },
);

/** The first and the last day. */
export function PeriodFields({ draft, errors, onChange }: FieldsProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div className={classes.root}>
      {(['startsOn', 'endsOn'] as const).map(name => (
        <TextField
          key={name}
          required
          type="date"
          size="small"
          variant="outlined"
          id={`handover-initiative-${name}`}
          label={t(`initiatives.form.${name}`)}
          value={draft[name]}
          InputLabelProps={{ shrink: true }}
          onChange={event => onChange({ [name]: event.target.value })}
          {...helpOf(errors[name], t('initiatives.form.days'))}
        />
      ))}
    </div>
  );
}
