import type {
  DocumentSummary,
  HandoverSearchDocument,
} from '@backstage-handover/plugin-handover-common';
import {
  SECTION_KEYS,
  SECTION_TITLES,
  sectionText,
} from '@backstage-handover/plugin-handover-common/documents';
import { parseEntityRef } from '@backstage/catalog-model';
import type { IndexableDocument } from '@backstage/plugin-search-common';

/** A search document for each section of a handover that says anything. */
export function toSearchDocuments(
  summary: DocumentSummary,
  locationTemplate: string,
): (HandoverSearchDocument & IndexableDocument)[] {
  const { document, entityRef, owner, stale } = summary;
  if (!document) {
    return [];
  }
  const entity = parseEntityRef(entityRef);
  const entityTitle = summary.title ?? entity.name;
  const tab = locationTemplate.replace(
    /:(kind|namespace|name)/g,
    (_, key: 'kind' | 'namespace' | 'name') => encodeURIComponent(entity[key]),
  );
  return SECTION_KEYS.flatMap(section => {
    const text = sectionText(document, section);
    return text === ''
      ? []
      : [
          {
            title: `${SECTION_TITLES[section]}: ${entityTitle}`,
            text,
            location: `${tab}#${section}`,
            entityRef,
            entityTitle,
            section,
            owner,
            stale,
            authorization: { resourceRef: entityRef },
          },
        ];
  });
}
