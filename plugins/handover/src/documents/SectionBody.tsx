import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { Delivery } from '../delivery';
import { KubernetesRollback } from '../kubernetes';
import { WindowsSection } from '../gate';
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
import type { SectionKey } from './sections';

export type SectionBodyProps = {
  sectionKey: SectionKey;
  document: HandoverDocument;
  entityRef: string;
};

/** What the document says in one section, each in the form that suits it. */
export function SectionBody({
  sectionKey,
  document,
  entityRef,
}: SectionBodyProps) {
  switch (sectionKey) {
    case 'overview':
      return document.overview ? (
        <OverviewBody content={document.overview} />
      ) : null;
    case 'environments':
      return document.environments ? (
        <EnvironmentsBody content={document.environments} document={document} />
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
      return (
        <>
          {document.deployment && (
            <DeploymentBody content={document.deployment} />
          )}
          <Delivery entityRef={entityRef} />
        </>
      );
    case 'rollback':
      return (
        <>
          <KubernetesRollback document={document} />
          {document.rollback && <RollbackBody content={document.rollback} />}
        </>
      );
    case 'failures':
      return document.failures ? (
        <FailuresBody content={document.failures} />
      ) : null;
    case 'windows':
      // Calendars of the system, domain and organization apply even where the
      // document has none of its own.
      return <WindowsSection entityRef={entityRef} document={document} />;
    case 'dangerZones':
      return document.dangerZones ? (
        <DangerZonesBody content={document.dangerZones} />
      ) : null;
    case 'escalation':
      return document.escalation ? (
        <EscalationBody content={document.escalation} />
      ) : null;
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
