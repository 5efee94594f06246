/**
 * The fields of a catalog entity that scopes use. References are full and in
 * lowercase.
 *
 * @public
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
  /** The tier in the handover, 1 to 4. */
  tier?: number;
  tags: readonly string[];
  labels: Readonly<Record<string, string>>;
};
