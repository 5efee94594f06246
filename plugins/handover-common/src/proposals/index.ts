/**
 * Proposed values for the fields of a handover, each with its evidence.
 *
 * @packageDocumentation
 */

export type {
  EnvironmentValues,
  Evidence,
  EvidencePlace,
  ListFields,
  Proposal,
  ProposedStep,
  ValueField,
} from './types';
export { compose as composeProposals } from './compose';
export type { Composed, ProposalConflict, ProposedField } from './Composition';
export { evidenceComments, formatEvidence } from './evidence';
export {
  commonEnvironmentKey,
  isCommonEnvironment,
} from './commonEnvironments';
