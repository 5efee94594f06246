import type { DocumentState } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import { lazy, Suspense, useMemo } from 'react';
import {
  type HandoverCell,
  type HandoverPanel,
  Notice,
  type ReadingFreshness,
  SectionLink,
  useHandoverTranslation,
} from '../components';
import { EntityHealthSign } from '../kubernetes';
import { GlanceStrip } from './GlanceStrip';
import { IncidentStart } from './IncidentStart';
import { LoadingState } from './LoadingState';
import { composePanels, Panels, type Registered } from './registry';
import { SectionsWithoutDocument } from './SectionsWithoutDocument';
import { CatalogNotice, StatusNotices } from './StatusNotices';
import { Toolbar } from './Toolbar';
import { useHashTarget } from './useHashTarget';
import { useIncidentView } from './useIncidentView';

// Most entities have a handover; its template is loaded for those that do not.
const EmptyState = lazy(() =>
  import('./EmptyState').then(module => ({ default: module.EmptyState })),
);

const useStyles = makeStyles(
  theme => ({
    link: { color: theme.palette.link, textDecoration: 'underline' },
  }),
  { name: 'HandoverWithoutDocumentView' },
);

export type WithoutDocumentViewProps = {
  entity: Entity;
  entityRef: string;
  state: DocumentState;
  /** Nobody has written one; otherwise none of its revisions was ever valid. */
  isMissing: boolean;
  freshness: ReadingFreshness;
  retry: () => void;
  panels: readonly Registered<HandoverPanel>[];
  cells: readonly Registered<HandoverCell>[];
};

/**
 * What is known of a service without a valid document: its owner, what runs, what
 * was deployed, and the sections of a file with errors that have none.
 */
export function WithoutDocumentView({
  entity,
  entityRef,
  state,
  isMissing,
  freshness,
  retry,
  panels,
  cells,
}: WithoutDocumentViewProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [incident, setIncident] = useIncidentView();
  useHashTarget(true);
  const props = useMemo(
    () => ({ entity, entityRef, state, incident }),
    [entity, entityRef, state, incident],
  );
  const composed = useMemo(() => composePanels(panels, props), [panels, props]);
  return (
    <>
      <Toolbar
        entity={entity}
        incident={incident}
        setIncident={setIncident}
        freshness={freshness}
        health={<EntityHealthSign entity={entity} />}
      />
      {isMissing && <CatalogNotice state={state} />}
      {isMissing ? (
        <Notice severity="warning" title={t('tab.empty.title')}>
          <p>
            {t('tab.empty.shown')}{' '}
            {!incident && (
              <SectionLink to="write" className={classes.link}>
                {t('tab.empty.write')}
              </SectionLink>
            )}
          </p>
        </Notice>
      ) : (
        <StatusNotices state={state} retry={retry} />
      )}
      {incident ? (
        <IncidentStart cells={cells} panels={composed} props={props} />
      ) : (
        <>
          <GlanceStrip cells={cells} props={props} />
          <Panels panels={composed} place="start" props={props} />
        </>
      )}
      <SectionsWithoutDocument panels={composed} props={props} />
      {isMissing && !incident && (
        <Suspense fallback={<LoadingState />}>
          <EmptyState entity={entity} />
        </Suspense>
      )}
    </>
  );
}
