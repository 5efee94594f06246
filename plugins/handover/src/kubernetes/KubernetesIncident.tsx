import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { SectionFrame, useHandoverTranslation } from '../components';
import { KubernetesEnvironments } from './KubernetesEnvironments';

/** What fails now, as the first section of an incident. */
export function KubernetesIncident({
  document,
}: {
  document: HandoverDocument;
}) {
  const { t } = useHandoverTranslation();
  return (
    <SectionFrame id="kubernetes" title={t('kubernetes.incidentTitle')}>
      <KubernetesEnvironments document={document} failingOnly />
    </SectionFrame>
  );
}
