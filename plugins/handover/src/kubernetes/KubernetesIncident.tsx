import {
  type HandoverPanelProps,
  SectionFrame,
  useHandoverTranslation,
} from '../components';
import { KubernetesEnvironments } from './KubernetesEnvironments';
import { useKubernetesReading } from './useKubernetesReading';

/** Failing now, as the first section of an incident. */
export function KubernetesIncident(props: HandoverPanelProps) {
  const { t } = useHandoverTranslation();
  const { status } = useKubernetesReading(props.entity);
  return status === 'absent' ? null : (
    <SectionFrame id="kubernetes" title={t('kubernetes.incidentTitle')}>
      <KubernetesEnvironments {...props} />
    </SectionFrame>
  );
}
