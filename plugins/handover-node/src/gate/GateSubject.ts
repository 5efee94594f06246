import type { Entity } from '@backstage/catalog-model';

/**
 * The entity that the gate is asked about, as its contributors get it.
 *
 * @public
 */
export type GateSubject = {
  /** Full reference of the entity, in lower case. */
  entityRef: string;
  entity: Entity;
  /**
   * Aborts when the gate stops waiting for the answer. Pass it to every request:
   * the gate does not wait longer for a contributor that ignores it.
   */
  signal: AbortSignal;
};
