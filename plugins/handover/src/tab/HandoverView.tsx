import type {
  DocumentState,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import {
  Freshness,
  type HandoverCell,
  type HandoverPanel,
  type ReadingFreshness,
  Switch,
  useHandoverTranslation,
} from '../components';
import { ExportMenu } from '../export';
import { DocumentView } from './DocumentView';
import { GlanceStrip } from './GlanceStrip';
import { IncidentView } from './IncidentView';
import { composePanels, type Registered } from './registry';
import { StatusNotices } from './StatusNotices';
import { useAllSections } from './useAllSections';
import { useHashTarget } from './useHashTarget';
import { useIncidentView } from './useIncidentView';
import { usePrintStyles } from './usePrintStyles';

const useStyles = makeStyles(
  theme => ({
    toolbar: {
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
  { name: 'HandoverView' },
);

export type HandoverViewProps = {
  entity: Entity;
  entityRef: string;
  state: DocumentState;
  document: HandoverDocument;
  freshness: ReadingFreshness;
  retry: () => void;
  panels: readonly Registered<HandoverPanel>[];
  cells: readonly Registered<HandoverCell>[];
};

/** A handover that is there: the strip, then the document, or what an incident needs of it. */
export function HandoverView({
  entity,
  entityRef,
  state,
  document,
  freshness,
  retry,
  panels,
  cells,
}: HandoverViewProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [incident, setIncident] = useIncidentView();
  const complete = useAllSections();
  useHashTarget(complete);
  usePrintStyles();
  const props = useMemo(
    () => ({ entity, entityRef, state, incident }),
    [entity, entityRef, state, incident],
  );
  const composed = useMemo(() => composePanels(panels, props), [panels, props]);
  const View = incident ? IncidentView : DocumentView;
  return (
    <>
      <div className={classes.toolbar}>
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
        <ExportMenu entity={entity} document={document} />
      </div>
      <StatusNotices state={state} retry={retry} />
      <GlanceStrip cells={cells} props={props} />
      <View
        document={document}
        coverage={state.coverage}
        panels={composed}
        props={props}
        complete={complete}
      />
    </>
  );
}
