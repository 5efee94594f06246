import type {
  HandoverDocument,
  SectionKey,
} from '@backstage-handover/plugin-handover-common';
import { ArchitectureBody } from './ArchitectureBody';
import { CompletionBody } from './CompletionBody';
import { DangerZonesBody } from './DangerZonesBody';
import { DayOneBody } from './DayOneBody';
import { DeploymentBody } from './DeploymentBody';
import { EnvironmentsBody } from './EnvironmentsBody';
import { EscalationBody } from './EscalationBody';
import { FailuresBody } from './FailuresBody';
import { FirstThirtyDaysBody } from './FirstThirtyDaysBody';
import { NotesBody } from './NotesBody';
import { OverviewBody } from './OverviewBody';
import { ResilienceBody } from './ResilienceBody';
import { ResponsibilitiesBody } from './ResponsibilitiesBody';
import { RollbackBody } from './RollbackBody';
import type { SectionSlots } from './slots';

export type SectionBodyProps = {
  sectionKey: SectionKey;
  document: HandoverDocument;
  slots?: SectionSlots;
};

/** What the document says in one section, each in the form that suits it, with what others add. */
export function SectionBody({ slots = {}, ...content }: SectionBodyProps) {
  return (
    <>
      {slots.before}
      {slots.instead ?? <Content {...content} item={slots.item} />}
      {slots.after}
    </>
  );
}

function Content({
  sectionKey,
  document,
  item,
}: Omit<SectionBodyProps, 'slots'> & Pick<SectionSlots, 'item'>) {
  switch (sectionKey) {
    case 'overview':
      return document.overview ? (
        <OverviewBody content={document.overview} />
      ) : null;
    case 'environments':
      return document.environments ? (
        <EnvironmentsBody content={document.environments} />
      ) : null;
    case 'architecture':
      return document.architecture ? (
        <ArchitectureBody content={document.architecture} />
      ) : null;
    case 'notes':
      return document.notes ? <NotesBody content={document.notes} /> : null;
    case 'dayOne':
      return document.dayOne ? <DayOneBody content={document.dayOne} /> : null;
    case 'deployment':
      return document.deployment ? (
        <DeploymentBody content={document.deployment} />
      ) : null;
    case 'rollback':
      return document.rollback ? (
        <RollbackBody content={document.rollback} />
      ) : null;
    case 'failures':
      return document.failures ? (
        <FailuresBody content={document.failures} />
      ) : null;
    case 'windows':
      // Windows of other calendars apply, too: the gate shows them all.
      return null;
    case 'dangerZones':
      return document.dangerZones ? (
        <DangerZonesBody content={document.dangerZones} item={item} />
      ) : null;
    case 'escalation':
      return document.escalation ? (
        <EscalationBody content={document.escalation} />
      ) : null;
    case 'observability':
      // The catalog adds to it: the room of observability shows both.
      return null;
    case 'resilience':
      return document.resilience ? (
        <ResilienceBody content={document.resilience} />
      ) : null;
    case 'firstThirtyDays':
      return document.firstThirtyDays ? (
        <FirstThirtyDaysBody content={document.firstThirtyDays} />
      ) : null;
    case 'responsibilities':
      return document.responsibilities ? (
        <ResponsibilitiesBody content={document.responsibilities} />
      ) : null;
    case 'completion':
      return document.completion ? (
        <CompletionBody content={document.completion} />
      ) : null;
    default: {
      const unknown: never = sectionKey;
      throw new Error(`No view for section '${unknown}'`);
    }
  }
}
