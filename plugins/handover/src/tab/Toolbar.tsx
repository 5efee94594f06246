import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import {
  Freshness,
  type ReadingFreshness,
  Switch,
  useHandoverTranslation,
} from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
      '@media print': { display: 'none' },
    },
    title: {
      margin: 0,
      marginRight: 'auto',
      fontSize: '1.375rem',
      // On a phone the tab and the switch say it, and the line goes to the gate.
      [theme.breakpoints.down('xs')]: {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
    },
    switch: { [theme.breakpoints.down('xs')]: { marginRight: 'auto' } },
  }),
  { name: 'HandoverToolbar' },
);

export type ToolbarProps = {
  incident: boolean;
  setIncident: (on: boolean) => void;
  freshness: ReadingFreshness;
  /** What else can be done. */
  children?: ReactNode;
};

/** The title of the tab, the switch of the incident view, and what can be done with the document. */
export function Toolbar({
  incident,
  setIncident,
  freshness,
  children,
}: ToolbarProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div className={classes.root}>
      <h2 className={classes.title}>
        {t(incident ? 'tab.incident.title' : 'tab.title')}
      </h2>
      <Freshness quiet freshness={freshness} />
      <FormControlLabel
        className={classes.switch}
        control={
          <Switch
            color="primary"
            checked={incident}
            onChange={event => setIncident(event.target.checked)}
          />
        }
        label={t('tab.incident.switch')}
      />
      {children}
    </div>
  );
}
