import {
  Freshness,
  type HandoverPanelProps,
  SectionFrame,
  useHandoverTranslation,
} from '../components';
import { KubernetesEnvironments } from './KubernetesEnvironments';
import { useKubernetesReading } from './useKubernetesReading';

/** Failing now, as the first section of an incident. */
export function KubernetesIncident(props: HandoverPanelProps) {
  const { t } = useHandoverTranslation();
  const reading = useKubernetesReading(props.entity);
  return reading.status === 'absent' ? null : (
    <SectionFrame
      id="kubernetes"
      title={t('kubernetes.incidentTitle')}
      mark={
        reading.status === 'ready' && (
          <Freshness freshness={reading.freshness} />
        )
      }
    >
      <KubernetesEnvironments {...props} />
    </SectionFrame>
  );
}
