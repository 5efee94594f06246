import FormControl from '@material-ui/core/FormControl';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      minWidth: 0,
      padding: theme.spacing(1, 1.5, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    legend: { padding: theme.spacing(0, 0.5) },
    fields: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      marginTop: theme.spacing(0.5),
    },
  }),
  { name: 'HandoverFieldset' },
);

/** Fields of a form that belong together. */
export function Fieldset({
  legend,
  error = false,
  helperText,
  children,
}: {
  legend: string;
  error?: boolean;
  helperText?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const id = useId();
  return (
    <FormControl
      component="fieldset"
      className={classes.root}
      error={error}
      aria-describedby={helperText ? id : undefined}
    >
      <FormLabel component="legend" className={classes.legend}>
        {legend}
      </FormLabel>
      {helperText && <FormHelperText id={id}>{helperText}</FormHelperText>}
      <div className={classes.fields}>{children}</div>
    </FormControl>
  );
}
