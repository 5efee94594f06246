import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { lazy, Suspense } from 'react';
import { FailedState } from './FailedState';
import { HandoverView } from './HandoverView';
import { LoadingState } from './LoadingState';
import { StatusNotices } from './StatusNotices';
import { useHandover } from '../documents';

// Most entities have a handover; its template is loaded for those that do not.
const EmptyState = lazy(() =>
  import('./EmptyState').then(module => ({ default: module.EmptyState })),
);

/** The Handover tab of the entity page that it stands on. */
export function HandoverTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const result = useHandover(entityRef);
  switch (result.kind) {
    case 'loading':
      return <LoadingState />;
    case 'failed':
      return <FailedState {...result} />;
    case 'missing':
      return (
        <Suspense fallback={<LoadingState />}>
          <EmptyState entity={entity} />
        </Suspense>
      );
    case 'unreadable':
      return <StatusNotices state={result.state} retry={result.retry} />;
    case 'present':
      return (
        <HandoverView
          // Another entity's view starts from its own beginning.
          key={entityRef}
          entity={entity}
          entityRef={entityRef}
          state={result.state}
          document={result.document}
          retry={result.retry}
        />
      );
    default: {
      const unknown: never = result;
      throw new Error(`No view for ${JSON.stringify(unknown)}`);
    }
  }
}
