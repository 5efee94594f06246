import type { HandoverPanelProps } from '../../components';
import type { PanelsByPlace } from './composePanels';
import { Shown } from './Shown';

/** The panels of one place, such as `start` or `rollback/before`. */
export function Panels({
  panels,
  place,
  props,
}: {
  panels: PanelsByPlace;
  place: string;
  props: HandoverPanelProps;
}) {
  return (
    <>
      {panels.get(place)?.map((panel, index) => (
        // The second of two with the same id is there, too, with the reason.
        <Shown
          key={`${panel.id}/${panel.fault ? index : ''}`}
          kind="panel"
          registered={panel}
          props={props}
        />
      ))}
    </>
  );
}
