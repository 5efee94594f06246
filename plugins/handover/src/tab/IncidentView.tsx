import type { HandoverCell } from '../components';
import { INCIDENT_SECTIONS } from '../documents';
import { IncidentStart } from './IncidentStart';
import { Panels, type Registered } from './registry';
import { Sections } from './Sections';
import { FIRST_SECTIONS, type ViewProps } from './ViewProps';

const FIRST = INCIDENT_SECTIONS.slice(0, FIRST_SECTIONS);

/** What an incident needs, in the order in which it is needed, and nothing else. */
export function IncidentView({
  complete,
  cells,
  ...content
}: ViewProps & { cells: readonly Registered<HandoverCell>[] }) {
  const { panels, props } = content;
  return (
    <>
      <IncidentStart cells={cells} panels={panels} props={props} />
      <Sections {...content} keys={complete ? INCIDENT_SECTIONS : FIRST} />
      {complete && <Panels panels={panels} place="end" props={props} />}
    </>
  );
}
