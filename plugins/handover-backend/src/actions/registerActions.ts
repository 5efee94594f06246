import type { ActionOptions } from './ActionOptions';
import { createExplainGateAction } from './createExplainGateAction';
import { createFindFailuresAction } from './createFindFailuresAction';
import { createGetHandoverAction } from './createGetHandoverAction';
import { createGetScorecardsAction } from './createGetScorecardsAction';
import { createRequestExemptionAction } from './createRequestExemptionAction';
import { createSummarizeFleetScorecardsAction } from './createSummarizeFleetScorecardsAction';
import { createValidateHandoverAction } from './createValidateHandoverAction';

/** Offers handovers, the gate and scorecards to assistants and automation. */
export function registerActions(options: ActionOptions): void {
  createGetHandoverAction(options);
  createFindFailuresAction(options);
  createValidateHandoverAction(options);
  createExplainGateAction(options);
  createGetScorecardsAction(options);
  createSummarizeFleetScorecardsAction(options);
  createRequestExemptionAction(options);
}
