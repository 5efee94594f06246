import type {
  DocumentState,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { useMemo } from 'react';
import type {
  HandoverCell,
  HandoverPanel,
  ReadingFreshness,
} from '../components';
import { ExportMenu } from '../export';
import { DocumentView } from './DocumentView';
import { GlanceStrip } from './GlanceStrip';
import { IncidentView } from './IncidentView';
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
  const View = incident ? IncidentView : DocumentView;
  return (
    <>
      <Toolbar
        incident={incident}
        setIncident={setIncident}
        freshness={freshness}
      >
        <ExportMenu entity={entity} document={document} />
      </Toolbar>
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
