import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { lazy, Suspense, useMemo } from 'react';
import {
  type HandoverCell,
  type HandoverPanel,
  ReadingsProvider,
} from '../components';
import { useHandover } from '../documents';
import { FailedState } from './FailedState';
import { HandoverView } from './HandoverView';
import { LoadingState } from './LoadingState';
import { PanelsWithoutDocument } from './PanelsWithoutDocument';
import { BUILT_IN_CELLS, BUILT_IN_PANELS, register } from './registry';
import { CatalogNotice, StatusNotices } from './StatusNotices';

// Most entities have a handover; its template is loaded for those that do not.
const EmptyState = lazy(() =>
  import('./EmptyState').then(module => ({ default: module.EmptyState })),
);

/**
 * What other plugins add to the tab.
 *
 * @public
 */
export type HandoverTabProps = {
  /** Panels beside those of the plugin itself. */
  panels?: readonly HandoverPanel[];
  /** Cells beside those of the plugin itself. */
  cells?: readonly HandoverCell[];
};

/** The Handover tab of the entity page that it stands on. */
export function HandoverTab(props: HandoverTabProps) {
  return (
    <ReadingsProvider>
      <Tab {...props} />
    </ReadingsProvider>
  );
}

function Tab({ panels: morePanels, cells: moreCells }: HandoverTabProps) {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const result = useHandover(entityRef);
  const panels = useMemo(
    () => register([...BUILT_IN_PANELS, ...(morePanels ?? [])]),
    [morePanels],
  );
  const cells = useMemo(
    () => register([...BUILT_IN_CELLS, ...(moreCells ?? [])]),
    [moreCells],
  );
  switch (result.kind) {
    case 'loading':
      return <LoadingState />;
    case 'failed':
      return <FailedState {...result} />;
    case 'missing':
    case 'unreadable':
      return (
        <>
          {result.kind === 'missing' ? (
            <>
              <CatalogNotice state={result.state} />
              <Suspense fallback={<LoadingState />}>
                <EmptyState entity={entity} />
              </Suspense>
            </>
          ) : (
            <StatusNotices state={result.state} retry={result.retry} />
          )}
          <PanelsWithoutDocument
            entity={entity}
            entityRef={entityRef}
            state={result.state}
            panels={panels}
          />
        </>
      );
    case 'present':
      return (
        <HandoverView
          // Another entity's view starts from its own beginning.
          key={entityRef}
          entity={entity}
          entityRef={entityRef}
          state={result.state}
          document={result.document}
          freshness={result.freshness}
          retry={result.retry}
          panels={panels}
          cells={cells}
        />
      );
    default: {
      const unknown: never = result;
      throw new Error(`No view for ${JSON.stringify(unknown)}`);
    }
  }
}
