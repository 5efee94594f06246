import type { DocumentState } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import {
  type HandoverPanel,
  type HandoverPanelProps,
  SectionFrame,
  useHandoverTranslation,
} from '../components';
import { SECTION_ORDER } from '../documents';
import { composePanels, Panels, type Registered } from './registry';
import { useIncidentView } from './useIncidentView';

export type PanelsWithoutDocumentProps = {
  entity: Entity;
  entityRef: string;
  state: DocumentState;
  panels: readonly Registered<HandoverPanel>[];
};

const IN_SECTION = ['before', 'instead', 'after'];

/** The panels that have something to say even where nothing is documented, each in its section. */
export function PanelsWithoutDocument({
  entity,
  entityRef,
  state,
  panels,
}: PanelsWithoutDocumentProps) {
  const { t } = useHandoverTranslation();
  const [incident] = useIncidentView();
  const props: HandoverPanelProps = { entity, entityRef, state, incident };
  const composed = composePanels(panels, props);
  return (
    <>
      <Panels panels={composed} place="start" props={props} />
      {SECTION_ORDER.flatMap(key => {
        const places = IN_SECTION.map(at => `${key}/${at}`).filter(place =>
          composed.has(place),
        );
        return places.length > 0
          ? [
              <SectionFrame
                key={key}
                id={key}
                title={t(`document.sections.${key}`)}
              >
                {places.map(place => (
                  <Panels
                    key={place}
                    panels={composed}
                    place={place}
                    props={props}
                  />
                ))}
              </SectionFrame>,
            ]
          : [];
      })}
      <Panels panels={composed} place="end" props={props} />
    </>
  );
}
