import { INCIDENT_SECTIONS } from '../documents';
import { Panels } from './registry';
import { Sections } from './Sections';
import { FIRST_SECTIONS, type ViewProps } from './ViewProps';

const FIRST = INCIDENT_SECTIONS.slice(0, FIRST_SECTIONS);

/** What an incident needs, in the order in which it is needed, and nothing else. */
export function IncidentView({ complete, ...content }: ViewProps) {
  const { panels, props } = content;
  return (
    <>
      <Panels panels={panels} place="start" props={props} />
      <Sections {...content} keys={complete ? INCIDENT_SECTIONS : FIRST} />
      {complete && <Panels panels={panels} place="end" props={props} />}
    </>
  );
}
