/**
 * What a scope looks at: an entity of the catalog. References are full and in
 * lower case.
 *
 * @alpha
 */
export type ScopedEntity = {
  entityRef: string;
  kind: string;
  type?: string;
  lifecycle?: string;
  /** The system that the entity is part of. */
  system?: string;
  /** The domain that the entity, or else its system, is part of. */
  domain?: string;
  /** Every owner. */
  owners: readonly string[];
  /** Of the handover in view, 1 to 4. */
  tier?: number;
  tags: readonly string[];
  labels: Readonly<Record<string, string>>;
};
