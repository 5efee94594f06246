import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { SectionFrame, useHandoverTranslation } from '../components';
import { LiveEnvironments } from './LiveEnvironments';

/** What fails now, as the first section of an incident. */
export function LiveIncident({ document }: { document: HandoverDocument }) {
  const { t } = useHandoverTranslation();
  return (
    <SectionFrame id="live" title={t('live.incidentTitle')}>
      <LiveEnvironments document={document} failingOnly />
    </SectionFrame>
  );
}
