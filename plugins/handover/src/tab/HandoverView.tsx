import type {
  DocumentState,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { Switch, useHandoverTranslation } from '../components';
import { KubernetesIncident, KubernetesProvider } from '../kubernetes';
import {
  DocumentSection,
  INCIDENT_SECTIONS,
  SECTION_ORDER,
} from '../documents';
import { ExportMenu } from '../export';
import { GlanceStrip } from './GlanceStrip';
import { RevisionPanel } from './RevisionPanel';
import { SectionNav } from './SectionNav';
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
    columns: {
      [theme.breakpoints.up('lg')]: {
        display: 'grid',
        gridTemplateColumns: '232px minmax(0, 1fr)',
        gap: theme.spacing(3),
        alignItems: 'start',
      },
      '@media print': { display: 'block' },
    },
  }),
  { name: 'HandoverView' },
);

/** As many sections as a tall screen shows below the strip. */
const FIRST_SECTIONS = 3;

export type HandoverViewProps = {
  entity: Entity;
  entityRef: string;
  state: DocumentState;
  document: HandoverDocument;
  retry: () => void;
};

/** A handover that is there: the strip, then the sections, or those that an incident needs. */
export function HandoverView({
  entity,
  entityRef,
  state,
  document,
  retry,
}: HandoverViewProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [incident, setIncident] = useIncidentView();
  const all = useAllSections();
  useHashTarget(all);
  usePrintStyles();
  const keys = incident ? INCIDENT_SECTIONS : SECTION_ORDER;
  const sections = keys
    .slice(0, all ? undefined : FIRST_SECTIONS)
    .map(key => (
      <DocumentSection
        key={key}
        sectionKey={key}
        document={document}
        entityRef={entityRef}
        coverage={state.coverage.sections[key]}
      />
    ));
  return (
    <KubernetesProvider entity={entity}>
      <div className={classes.toolbar}>
        <h2 className={classes.title}>
          {t(incident ? 'tab.incident.title' : 'tab.title')}
        </h2>
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
      <GlanceStrip
        entity={entity}
        entityRef={entityRef}
        state={state}
        document={document}
        incident={incident}
      />
      {incident ? (
        <>
          <KubernetesIncident document={document} />
          {sections}
        </>
      ) : (
        <div className={classes.columns}>
          <SectionNav
            sections={keys}
            coverage={state.coverage}
            complete={all}
          />
          <div>
            {sections}
            {all && <RevisionPanel entityRef={entityRef} />}
          </div>
        </div>
      )}
    </KubernetesProvider>
  );
}
