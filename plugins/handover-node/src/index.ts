/**
 * Extension points and services for backend modules that extend Handover.
 *
 * @packageDocumentation
 */

export type {
  AlertFetchOptions,
  AlertProvider,
  ProvidedAlert,
} from './alerts/AlertProvider';
export { alertProvidersExtensionPoint } from './alerts/extensionPoint';
export type { AlertProvidersExtensionPoint } from './alerts/extensionPoint';
export type {
  PipelineData,
  PipelineFetchOptions,
  PipelineProvider,
} from './delivery/PipelineProvider';
export { RateLimitedError } from './delivery/RateLimitedError';
export type { RateLimits } from './delivery/RateLimits';
export { findByLocation } from './catalog/findByLocation';
export { checkKnownKeys } from './config/checkKnownKeys';
export { readHeaders } from './config/readHeaders';
export { readInstances } from './config/readInstances';
export { readToken } from './config/readToken';
export { withConfigFile } from './config/withConfigFile';
export { pipelineProvidersExtensionPoint } from './delivery/extensionPoint';
export type { PipelineProvidersExtensionPoint } from './delivery/extensionPoint';
export { boundResponse } from './http/boundResponse';
export { BackendCalls } from './http/BackendCalls';
export { createBoundedFetch } from './http/createBoundedFetch';
export { parseAnswer, parseJson } from './http/parseAnswer';
export { readBaseUrl } from './http/readBaseUrl';
export { toUpstreamError } from './http/toUpstreamError';
export { webUrl } from './http/webUrl';
export type { CalendarRequest, CalendarSource } from './gate/CalendarSource';
export type { ConditionRequest, GateCondition } from './gate/GateCondition';
export type { GateSubject } from './gate/GateSubject';
export type { OverrideRequest, OverrideSource } from './gate/OverrideSource';
export { gateExtensionPoint } from './gate/extensionPoint';
export type { GateExtensionPoint } from './gate/extensionPoint';
export type {
  MetricsQueryOptions,
  MetricsSeries,
  MetricsSource,
} from './metrics/MetricsSource';
export { RejectedQueryError } from './metrics/RejectedQueryError';
export { metricsSourcesExtensionPoint } from './metrics/extensionPoint';
export type { MetricsSourcesExtensionPoint } from './metrics/extensionPoint';
export type {
  OnCallFetchOptions,
  OnCallPageOptions,
  OnCallPageReceipt,
  OnCallProvider,
} from './oncall/OnCallProvider';
export { beforePaging, PageNotSentError } from './oncall/PageNotSentError';
export { pageDetails, pageTitle } from './oncall/pageText';
export type { PageText } from './oncall/pageText';
export { postPage } from './oncall/postPage';
export { onCallProvidersExtensionPoint } from './oncall/extensionPoint';
export type { OnCallProvidersExtensionPoint } from './oncall/extensionPoint';
export { withoutStacks } from './scaffolder/withoutStacks';
export type { FactRequest, FactSource } from './scorecards/FactSource';
export { scorecardsExtensionPoint } from './scorecards/extensionPoint';
export type { ScorecardsExtensionPoint } from './scorecards/extensionPoint';
export { endOfShift, nextOnCall } from './oncall/shifts';
export type { OnCallShift } from './oncall/shifts';
export { DeadlineError, WorkerPool } from './threads/WorkerPool';
export type { WorkerPoolOptions } from './threads/WorkerPool';
export { handoverServiceRef } from './service/handoverServiceRef';
export type {
  HandoverService,
  HandoverServiceRequestOptions,
} from './service/HandoverService';
