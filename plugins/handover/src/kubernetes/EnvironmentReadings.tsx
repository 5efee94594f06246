import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import type { ReactNode } from 'react';
import { useEnvironments } from '../environments';
import { type EnvironmentHealth, healthOf } from './health';
import { useKubernetesReading } from './useKubernetesReading';

export type EnvironmentReadingsProps = {
  entity: Entity;
  document?: HandoverDocument;
  /** What to make of the environments, production first. */
  children: (environments: EnvironmentHealth[]) => ReactNode;
  /** What to show until they were read. The default is nothing. */
  otherwise?: ReactNode;
};

/** Hands on what runs and fails in each environment, once it was read. */
export function EnvironmentReadings({
  entity,
  document,
  children,
  otherwise = null,
}: EnvironmentReadingsProps) {
  const environments = useEnvironments();
  const reading = useKubernetesReading(entity);
  return (
    <>
      {reading.status === 'ready'
        ? children(healthOf(document, reading.data, environments))
        : otherwise}
    </>
  );
}
