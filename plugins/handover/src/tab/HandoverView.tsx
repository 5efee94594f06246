import type {
  DocumentState,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useMemo } from 'react';
import type {
  HandoverCell,
  HandoverPanel,
  ReadingFreshness,
} from '../components';
import { INCIDENT_SECTIONS, SECTION_ORDER } from '../documents';
import { ExportMenu } from '../export';
import { EntityHealthSign } from '../kubernetes';
import { DocumentView } from './DocumentView';
import { GlanceStrip } from './GlanceStrip';
import { IncidentView } from './IncidentView';
import { PrintedAt } from './PrintedAt';
import { composePanels, type Registered } from './registry';
import { StatusNotices } from './StatusNotices';
import { Toolbar } from './Toolbar';
import { useAllSections } from './useAllSections';
import { useHashTarget } from './useHashTarget';
import { useIncidentView } from './useIncidentView';
import { usePrintStyles } from './usePrintStyles';

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
  const [incident, setIncident] = useIncidentView();
  const complete = useAllSections();
  useHashTarget(complete);
  usePrintStyles();
  const props = useMemo(
    () => ({ entity, entityRef, state, incident }),
    [entity, entityRef, state, incident],
  );
  const composed = useMemo(() => composePanels(panels, props), [panels, props]);
  // Beside the document, there is room for the table of contents.
  const wide = useMediaQuery('(min-width: 1280px)', { noSsr: true });
  const contents = wide ? undefined : SECTION_ORDER;
  const sections = incident ? INCIDENT_SECTIONS : contents;
  const content = {
    document,
    coverage: state.coverage,
    panels: composed,
    props,
    complete,
  };
  return (
    <>
      <Toolbar
        entity={entity}
        incident={incident}
        setIncident={setIncident}
        freshness={freshness}
        sections={sections}
        health={<EntityHealthSign entity={entity} document={document} />}
      >
        <ExportMenu entity={entity} document={document} />
      </Toolbar>
      <PrintedAt />
      <StatusNotices state={state} retry={retry} />
      {incident ? (
        <IncidentView cells={cells} {...content} />
      ) : (
        <>
          <GlanceStrip cells={cells} props={props} />
          <DocumentView {...content} />
        </>
      )}
    </>
  );
}
