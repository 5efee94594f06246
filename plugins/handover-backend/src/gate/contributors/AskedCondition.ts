import type { DocumentState } from '@backstage-handover/plugin-handover-common';
import type {
  ConditionRequest,
  GateCondition,
} from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';

/** A request to a condition. The entity is fetched only if it is needed. */
export type ConditionQuestion = Omit<ConditionRequest, 'entity'> & {
  /** The state of the entity's handover. */
  state: DocumentState;
  getEntity: () => Promise<Entity>;
};

/** A condition as the gate asks it, built in or of a module. */
export type AskedCondition = Omit<GateCondition, 'evaluate'> & {
  evaluate(question: ConditionQuestion): ReturnType<GateCondition['evaluate']>;
};
