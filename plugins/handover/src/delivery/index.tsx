import { lazy, Suspense } from 'react';

const Panel = lazy(() =>
  import('./DeliveryPanel').then(each => ({ default: each.DeliveryPanel })),
);

/** What is deployed; loaded after what is written. */
export function Delivery({ entityRef }: { entityRef: string }) {
  return (
    <Suspense fallback={null}>
      <Panel entityRef={entityRef} />
    </Suspense>
  );
}
