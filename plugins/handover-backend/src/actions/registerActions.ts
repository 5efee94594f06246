import type { ActionOptions } from './ActionOptions';
import { createExplainGateAction } from './createExplainGateAction';
import { createFindFailuresAction } from './createFindFailuresAction';
import { createGetHandoverAction } from './createGetHandoverAction';
import { createValidateHandoverAction } from './createValidateHandoverAction';

/** Offers handovers and the gate to assistants and automation. */
export function registerActions(options: ActionOptions): void {
  createGetHandoverAction(options);
  createFindFailuresAction(options);
  createValidateHandoverAction(options);
  createExplainGateAction(options);
}
