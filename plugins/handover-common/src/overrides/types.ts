import type { Artifact } from '../artifacts/Artifact';
import type { Page } from '../page';
import type { OverrideState } from './states';

/**
 * Who decided about an override or ended it.
 *
 * @public
 */
export type OverrideStep = {
  /** The user. */
  by: string;
  /** RFC 3339. */
  at: string;
  /** Markdown. */
  note?: string;
};

/**
 * A request to pass a closed gate for a limited time, and what was done with it.
 *
 * @public
 */
export type Override = {
  id: string;
  /** Full entity reference in lower case. */
  entityRef: string;
  /** Title and owner of the entity in the catalog. */
  entityTitle?: string;
  owner?: string;
  state: OverrideState;
  /** Names of environments. */
  environments: string[];
  /** If set, it is in force only for requests that name this artifact. */
  artifact?: Artifact;
  /** Start, RFC 3339. It is never in force before its approval. */
  from: string;
  /** End, RFC 3339, exclusive. */
  until: string;
  /** Markdown. */
  reason: string;
  ticket?: string;
  /** The user. */
  requestedBy: string;
  /** RFC 3339. */
  requestedAt: string;
  /** Absent until somebody approves or denies it. */
  decision?: OverrideStep;
  /** Present if somebody withdrew or revoked it. */
  end?: OverrideStep;
};

/**
 * Who approves overrides: somebody else than the user who requests one, or
 * nobody.
 *
 * @public
 */
export type OverrideApproval = 'required' | 'none';

/**
 * One page of overrides.
 *
 * @public
 */
export type OverridePage = Page<Override> & {
  /** How long an override can last. */
  maxDurationSeconds: number;
  approval: OverrideApproval;
};
