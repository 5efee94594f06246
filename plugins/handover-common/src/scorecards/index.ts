/**
 * Scorecards: facts, checks, levels, and what they come to for an entity.
 *
 * @packageDocumentation
 */

export { badgeSvg } from './badgeSvg';
export type { BadgeContent } from './badgeSvg';
export { compileCondition } from './conditions/compileCondition';
export type { Condition, ConditionResult } from './conditions/compileCondition';
export { ConditionError } from './conditions/ConditionError';
export type { FactUse } from './conditions/TypeChecker';
export { compileScorecard } from './compileScorecard';
export type {
  CompiledCheck,
  CompiledScorecard,
  ScorecardFinding,
} from './compileScorecard';
export { countsFrom, evaluateScorecard } from './evaluate';
export type { EvaluationInput } from './evaluate';
export { EXEMPTION_STATES } from './exemptions';
export { evaluateEntity } from './evaluateEntity';
export { factSchema } from './facts/builtInFacts';
export { CATALOG_FACTS, catalogFactValues } from './facts/catalogFacts';
export type { CatalogFactInput } from './facts/catalogFacts';
export { factValueProblem } from './facts/checkFactValue';
export {
  DELIVERY_DAYS,
  DELIVERY_FACTS,
  ROLLBACK_DAYS,
  deliveryFactValues,
} from './facts/deliveryFacts';
export type { DeliveryFactInput } from './facts/deliveryFacts';
export { DOCUMENT_FACTS, documentFactValues } from './facts/documentFacts';
export type { DocumentFactInput } from './facts/documentFacts';
export { FactSchema } from './facts/FactSchema';
export { DECISION_DAYS, GATE_FACTS, gateFactValues } from './facts/gateFacts';
export type { DecisionCount, GateFactInput } from './facts/gateFacts';
export {
  KUBERNETES_FACTS,
  kubernetesFactValues,
} from './facts/kubernetesFacts';
export type { KubernetesFactInput } from './facts/kubernetesFacts';
export { LINK_FACTS, linkFactValues } from './facts/linkFacts';
export type { LinkFactInput, LinkState } from './facts/linkFacts';
export type {
  FactBasis,
  FactDefinition,
  FactType,
  FactValue,
  FactValues,
} from './facts/types';
export { compareFixOrder } from './fixOrder';
export type { FixCost } from './fixOrder';
export { HANDOVER_READY } from './handoverReady';
export { addDays, dayOf, daysBetween, startOfDay } from './initiatives/days';
export { forecastOf } from './initiatives/forecast';
export { initiativeProgress } from './initiatives/initiativeProgress';
export { initiativeState } from './initiatives/initiativeState';
export { latestMilestone } from './initiatives/milestones';
export type { InitiativeMilestone } from './initiatives/milestones';
export {
  isEvaluable,
  parseInitiative,
  targetProblem,
} from './initiatives/schema';
export { INITIATIVE_PROGRESS, INITIATIVE_STATES } from './initiatives/types';
export { scorecardJsonSchema } from './jsonSchema';
export { levelAt } from './levelAt';
export { levelOutlook } from './levelOutlook';
export type { LevelSpan } from './levelOutlook';
export { parseScorecard } from './parseScorecard';
export type { ParsedScorecard } from './parseScorecard';
export { CHANGE_KINDS } from './planning/ChangeList';
export { ScorecardPlanner } from './planning/ScorecardPlanner';
export type {
  PlannedEntity,
  ResultInForce,
  ScorecardInForce,
} from './planning/ScorecardPlanner';
export type {
  PlannedChange,
  PlannedChangeKind,
  PlannedCheck,
  PlannedOwner,
  PlannedUnknown,
  ScorecardPlan,
  ScorecardPlanResult,
} from './planning/types';
export type {
  Scorecard,
  ScorecardCheck,
  ScorecardInput,
  ScorecardLevel,
} from './schema';
export { OPEN_OUTCOMES, OUTCOMES } from './types';
export type {
  CheckResult,
  DecidingFact,
  Outcome,
  ScorecardResult,
} from './types';
