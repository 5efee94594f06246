import type { FactSource } from '@backstage-handover/plugin-handover-node';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  CATALOG_FACTS,
  DELIVERY_FACTS,
  DOCUMENT_FACTS,
  LINK_FACTS,
  catalogFactValues,
  deliveryFactValues,
  documentFactValues,
  linkFactValues,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { DeliveryFactReader } from '../../delivery/DeliveryFactReader';
import type { DocumentFactReader } from '../../documents/DocumentFactReader';
import type { EntitiesService } from '../../entities/EntitiesService';
import type { LinkFactReader } from '../../links/LinkFactReader';

/** What the catalog says. */
export function catalogFactSource(options: {
  entities: Pick<EntitiesService, 'listKnown'>;
}): FactSource {
  return {
    id: 'catalog',
    facts: CATALOG_FACTS,
    async read({ entities }) {
      const named = entities.flatMap(({ owners, system }) => [
        ...owners,
        ...(system ? [system] : []),
      ]);
      const known = new Set(
        await options.entities.listKnown([...new Set(named)]),
      );
      const isKnown = (ref: string) => known.has(ref);
      return new Map(
        entities.map(entity => [
          entity.entityRef,
          new Map(catalogFactValues({ ...entity, isKnown })),
        ]),
      );
    },
  };
}

/** What the handover says. */
export function documentFactSource(options: {
  documents: DocumentFactReader;
}): FactSource {
  return {
    id: 'documents',
    facts: DOCUMENT_FACTS,
    async read({ entities, wanted }) {
      const states = await options.documents.readFactStates(
        entities.map(({ entityRef }) => entityRef),
        { withWindows: [...wanted].some(name => name.startsWith('windows.')) },
      );
      return new Map(
        [...states].map(([ref, state]) => [
          ref,
          new Map(documentFactValues(state)),
        ]),
      );
    },
  };
}

/** What was seen of delivery. */
export function deliveryFactSource(options: {
  delivery: DeliveryFactReader;
  environments: Environments;
}): FactSource {
  const { delivery, environments } = options;
  return {
    id: 'delivery',
    facts: DELIVERY_FACTS,
    async read({ entities }) {
      const now = new Date();
      const states = await delivery.readFactStates(
        entities.map(({ entityRef }) => entityRef),
        { now, environments },
      );
      return new Map(
        [...states].map(([ref, state]) => [
          ref,
          new Map(deliveryFactValues(state, now)),
        ]),
      );
    },
  };
}

/** Whether the links of the handover work. */
export function linkFactSource(options: {
  /** Absent if no links are checked. */
  links?: LinkFactReader;
}): FactSource {
  const { links } = options;
  return {
    id: 'links',
    facts: LINK_FACTS,
    async read({ entities }) {
      const refs = entities.map(({ entityRef }) => entityRef);
      const states = await links?.readFactStates(refs);
      const off = {
        missing:
          'links are not checked: handover.links.hosts is not configured',
      };
      return new Map(
        refs.map(ref => [
          ref,
          new Map(linkFactValues(states?.get(ref) ?? off)),
        ]),
      );
    },
  };
}
