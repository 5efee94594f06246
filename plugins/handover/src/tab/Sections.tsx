import type {
  Coverage,
  HandoverDocument,
  SectionKey,
} from '@backstage-handover/plugin-handover-common';
import { useMemo } from 'react';
import type { HandoverPanelProps } from '../components';
import {
  DocumentSection,
  SECTION_ORDER,
  type SectionSlots,
} from '../documents';
import { Panels, type PanelsByPlace } from './registry';

export type SectionsProps = {
  keys: readonly SectionKey[];
  document: HandoverDocument;
  coverage: Coverage;
  panels: PanelsByPlace;
  /** What each panel gets. */
  props: HandoverPanelProps;
};

/** Sections of the document, each with its panels. */
export function Sections({
  keys,
  document,
  coverage,
  panels,
  props,
}: SectionsProps) {
  // Of all sections: those on screen must not change when others follow.
  const slots = useMemo(
    () => new Map(SECTION_ORDER.map(key => [key, slotsOf(key, panels, props)])),
    [panels, props],
  );
  return (
    <>
      {keys.map(key => (
        <DocumentSection
          key={key}
          sectionKey={key}
          document={document}
          slots={slots.get(key)}
          coverage={coverage.sections[key]}
        />
      ))}
    </>
  );
}

function slotsOf(
  key: SectionKey,
  panels: PanelsByPlace,
  props: HandoverPanelProps,
): SectionSlots {
  const slot = (at: string, more?: Pick<HandoverPanelProps, 'item'>) => {
    const place = `${key}/${at}`;
    return panels.has(place) ? (
      <Panels panels={panels} place={place} props={{ ...props, ...more }} />
    ) : undefined;
  };
  return {
    before: slot('before'),
    instead: slot('instead'),
    after: slot('after'),
    item: item => slot('item', { item }),
  };
}
