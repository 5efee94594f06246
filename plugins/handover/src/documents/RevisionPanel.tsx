import { Progress } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { lazy, Suspense, useState } from 'react';
import { type HandoverPanelProps, useHandoverTranslation } from '../components';

const RevisionHistory = lazy(() =>
  import('./revisions').then(module => ({
    default: module.RevisionHistory,
  })),
);

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1.5, 2.5),
      '@media print': { display: 'none' },
    },
    summary: {
      fontSize: '1.1875rem',
      fontWeight: 600,
      lineHeight: 1.4,
      cursor: 'pointer',
    },
    title: { display: 'inline', margin: 0, font: 'inherit' },
    content: { marginTop: theme.spacing(1) },
  }),
  { name: 'HandoverRevisionPanel' },
);

/** The revision history, loaded when someone opens it. */
export function RevisionPanel({ entityRef }: HandoverPanelProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Paper component="section" className={classes.root} id="revisions">
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary className={classes.summary}>
          <h2 className={classes.title}>{t('revisions.title')}</h2>
        </summary>
        {open && (
          <div className={classes.content}>
            <Suspense fallback={<Progress />}>
              <RevisionHistory entityRef={entityRef} />
            </Suspense>
          </div>
        )}
      </details>
    </Paper>
  );
}
