import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { Button, useHandoverTranslation } from '../../components';
import { RequestDialog } from './RequestDialog';
import { useOverrideRights } from './useOverrides';

const useStyles = makeStyles(
  { root: { '@media print': { display: 'none' } } },
  { name: 'HandoverRequestOverride' },
);

/** The way to an override of a closed gate, for those who may request one. */
export function RequestButton({
  entityRef,
  environments,
}: {
  entityRef: string;
  /** Those that are not open. Without any, only an open dialog stays. */
  environments: string[];
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const rights = useOverrideRights(entityRef);
  const [isOpen, setOpen] = useState(false);
  // Another override may open the gate while somebody writes their reason.
  if (!rights.canRequest || (environments.length === 0 && !isOpen)) {
    return null;
  }
  return (
    <div className={classes.root}>
      <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
        {t('gate.overrides.request')}
      </Button>
      {isOpen && (
        <RequestDialog
          entityRef={entityRef}
          environments={environments}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
