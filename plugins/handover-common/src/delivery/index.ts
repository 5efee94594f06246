/**
 * Runs and deployments, and what is computed from them.
 *
 * @packageDocumentation
 */

export { inPromotionOrder, promotionOrder } from './promotionOrder';
export type { PromotionEnvironment, PromotionPlace } from './promotionOrder';
export { promotionPath } from './promotion';
export type { PromotionDrift, PromotionPath, PromotionStep } from './promotion';
export { builtByPipeline } from './builtByPipeline';
export type { BuiltByPipeline } from './builtByPipeline';
export type { RunningImage } from './runningImages';
export { recordDrift } from './recordDrift';
export type { RecordDrift } from './recordDrift';
export { suspectedChange } from './suspectedChange';
export type { SuspectedChange } from './suspectedChange';
export { deploymentOfRelease } from './deploymentOfRelease';
export { deliveryMetrics } from './metrics';
export type {
  DeliveryMetrics,
  DeliveryMetricsDays,
  DurationMetric,
  Incident,
  MeasuredDeployment,
  StartFailure,
} from './metrics';
export { lastRuns, MAIN_BRANCHES, UNFINISHED } from './lastRuns';
export type { LastRuns } from './lastRuns';
export { artifactInPlace } from './artifactInPlace';
export type { ArtifactInPlace } from './artifactInPlace';
export { sameArtifact } from '../artifacts/sameArtifact';
export { rolledBack } from './rolledBack';
export { joinClaims, toRun } from './claims';
export type { Claim, Claims } from './claims';
export type { Artifact } from '../artifacts/Artifact';
export type {
  RunStatus,
  RunStage,
  Run,
  DeploymentOutcome,
  Deployment,
  ProviderState,
} from './types';
export type {
  RunPage,
  DeploymentPage,
  Promotion,
  Metrics,
  EventResult,
  EventResults,
} from './responses';
export type { Page } from '../page';
