import type {
  OverrideRequest,
  OverrideSource,
} from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';

/** A request to an override source. The entity is fetched only if it is needed. */
export type OverrideQuestion = Omit<OverrideRequest, 'entity'> & {
  getEntity: () => Promise<Entity>;
};

/** An override source as the gate asks it, built in or of a module. */
export interface AskedOverrideSource
  extends Pick<OverrideSource, 'id' | 'title'> {
  getOverrides(
    question: OverrideQuestion,
  ): ReturnType<OverrideSource['getOverrides']>;
}
