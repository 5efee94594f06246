import { createConditionExports } from '@backstage/plugin-permission-node';
import { handoverDocumentResourceRef, handoverPermissionRules } from './rules';

const conditionExports = createConditionExports({
  resourceRef: handoverDocumentResourceRef,
  rules: handoverPermissionRules,
});

/**
 * Conditions for permission policies, for example
 * `handoverConditions.isOwner({ claims: user.info.ownershipEntityRefs })`.
 *
 * @public
 */
export const handoverConditions = conditionExports.conditions;

/**
 * Creates a conditional decision for a permission policy.
 *
 * @public
 */
export const createHandoverConditionalDecision =
  conditionExports.createConditionalDecision;
