import type { ReactNode } from 'react';
import type { HandoverCellProps } from '../components';
import { useEnvironments } from '../environments';
import { EntityEnvironments, isInKubernetes } from '../kubernetes';
import { type ShownFailure, shownFailures } from './shownFailures';
import { useSuspectedChange } from './useSuspectedChange';

export type UnlessSuspectedProps = HandoverCellProps & {
  change: { environment: string; deployedAt: string };
  /** The sentence that names the change. */
  children: ReactNode;
};

/** Names a change, unless it is shown as the suspected change already. */
export function UnlessSuspected(props: UnlessSuspectedProps) {
  const { entity, state, change, children } = props;
  const known = useEnvironments();
  if (!isInKubernetes(entity)) {
    return <>{children}</>;
  }
  return (
    <EntityEnvironments
      entity={entity}
      document={state.document}
      otherwise={children}
    >
      {environments => {
        const failure = shownFailures(environments).find(({ name }) =>
          known.isSame(name, change.environment),
        );
        return failure ? (
          <UnlessFound {...props} failure={failure} />
        ) : (
          children
        );
      }}
    </EntityEnvironments>
  );
}

function UnlessFound({
  entityRef,
  change,
  children,
  failure: { name, worst },
}: UnlessSuspectedProps & { failure: ShownFailure }) {
  const reading = useSuspectedChange({
    entityRef,
    environment: name,
    finding: worst,
  });
  const isShown =
    reading.status === 'found' &&
    Date.parse(reading.deployment.at) === Date.parse(change.deployedAt);
  return isShown ? null : <>{children}</>;
}
