import { type ComponentType, Suspense } from 'react';
import { ErrorBoundary } from '../../components';
import { Fault } from './Fault';

/** A panel or a cell, or in its place why it does not work. */
export function Shown<P extends object>({
  kind,
  registered,
  props,
}: {
  kind: 'panel' | 'cell';
  registered: { id: string; component: ComponentType<P>; fault?: Error };
  props: P;
}) {
  const { id, component: Content, fault } = registered;
  const toFault = (error: Error) => <Fault kind={kind} id={id} error={error} />;
  return fault ? (
    toFault(fault)
  ) : (
    <ErrorBoundary fallback={toFault}>
      <Suspense fallback={null}>
        <Content {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
