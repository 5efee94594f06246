import type { HandoverPanel, HandoverPanelProps } from '../../components';
import { SECTION_ORDER } from '../../documents';
import { applicable, type Registered } from './register';

type Panel = Registered<HandoverPanel>;
type Place = HandoverPanel['placement']['at'];

const IN_SECTIONS: readonly Place[] = ['before', 'after', 'instead', 'item'];
const ON_THEIR_OWN: readonly Place[] = ['start', 'end'];

/** The panels of one place: `start`, or `rollback/before`. */
export type PanelsByPlace = ReadonlyMap<string, readonly Panel[]>;

/** Sorts the panels that apply by the place where they stand. */
export function composePanels(
  panels: readonly Panel[],
  props: HandoverPanelProps,
): PanelsByPlace {
  const places = new Map<string, Panel[]>();
  for (const panel of applicable(panels, props, 100)) {
    const place = placeOf(panel);
    const there = places.get(place.key) ?? [];
    places.set(place.key, [...there, place.panel]);
  }
  return places;
}

/** What has no place of its own is shown at the end, with the reason. */
function placeOf(panel: Panel): { key: string; panel: Panel } {
  const { at, section } = { section: undefined, ...panel.placement };
  if (ON_THEIR_OWN.includes(at)) {
    return { key: at, panel };
  }
  if (!IN_SECTIONS.includes(at)) {
    return misplaced(panel, `There is no place '${at}'`);
  }
  if (!section || !SECTION_ORDER.includes(section)) {
    return misplaced(panel, `There is no section '${section}'`);
  }
  if (at === 'item' && section !== 'dangerZones') {
    return misplaced(panel, `The section '${section}' has no place 'item'`);
  }
  return { key: `${section}/${at}`, panel };
}

function misplaced(panel: Panel, message: string) {
  return { key: 'end', panel: { ...panel, fault: new Error(message) } };
}
