import type { Entity } from '@backstage/catalog-model';

/**
 * The entity that a decision is about.
 *
 * @public
 */
export type GateSubject = {
  /** Full reference of the entity, in lower case. */
  entityRef: string;
  entity: Entity;
  /**
   * Aborts when the gate stops waiting. Pass it to every request. The gate
   * doesn't wait for a contributor that ignores it.
   */
  signal: AbortSignal;
};
