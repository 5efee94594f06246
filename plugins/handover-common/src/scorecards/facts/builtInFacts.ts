import { CATALOG_FACTS } from './catalogFacts';
import { DELIVERY_FACTS } from './deliveryFacts';
import { DOCUMENT_FACTS } from './documentFacts';
import { FactSchema } from './FactSchema';
import { GATE_FACTS } from './gateFacts';
import { KUBERNETES_FACTS } from './kubernetesFacts';
import { LINK_FACTS } from './linkFacts';
import type { FactDefinition } from './types';

/**
 * The facts that every portal has, and those of its own sources.
 *
 * @throws Error as `FactSchema.of` does
 *
 * @alpha
 */
export function factSchema(
  ...sources: readonly (readonly FactDefinition[])[]
): FactSchema {
  return FactSchema.of(
    CATALOG_FACTS,
    DOCUMENT_FACTS,
    DELIVERY_FACTS,
    GATE_FACTS,
    LINK_FACTS,
    KUBERNETES_FACTS,
    ...sources,
  );
}
