import type { FactSource } from '@backstage-handover/plugin-handover-node';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  type FactValue,
  GATE_FACTS,
  gateFactValues,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { DeliveryFactReader } from '../../delivery/DeliveryFactReader';
import type { DocumentFactReader } from '../../documents/DocumentFactReader';
import type { GateFactReader } from '../../gate/GateFactReader';
import { readHandovers } from './readHandovers';

/** The only fact that is not from decisions. */
const WINDOWS = 'gate.productionWindows';

/** Documents that are in memory at once. */
const BATCH = 100;

const NOT_READ = { missing: 'the handover was not read' };

/** Which decisions were recorded, and which windows the gate decides from. */
export function gateFactSource(options: {
  decisions: GateFactReader;
  delivery: Pick<DeliveryFactReader, 'readProduction'>;
  documents: Pick<DocumentFactReader, 'readRevisions' | 'readDocuments'>;
  environments: Environments;
}): FactSource {
  const { decisions, delivery, documents, environments } = options;
  return {
    id: 'gate',
    facts: GATE_FACTS,
    async read({ entities, wanted }) {
      const now = new Date();
      const refs = entities.map(({ entityRef }) => entityRef);
      const [counts, production] = GATE_FACTS.some(
        ({ name }) => name !== WINDOWS && wanted.has(name),
      )
        ? await Promise.all([
            decisions.readDecisionCounts(refs, now),
            delivery.readProduction(refs, environments),
          ])
        : [undefined, undefined];
      const values = new Map<string, Map<string, FactValue>>();
      for (let start = 0; start < refs.length; start += BATCH) {
        const batch = refs.slice(start, start + BATCH);
        const handoverOf = wanted.has(WINDOWS)
          ? await readHandovers(documents, batch)
          : undefined;
        for (const ref of batch) {
          const input = {
            decisions: counts?.get(ref) ?? [],
            production: production?.get(ref),
            handover: handoverOf?.get(ref) ?? NOT_READ,
            environments,
          };
          values.set(ref, new Map(gateFactValues(input, now)));
        }
      }
      return values;
    },
  };
}
