import { recordDrift } from '@backstage-handover/plugin-handover-common/delivery';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatRelative,
  type HandoverCellProps,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { versionOf } from '../delivery/names';
import { useDelivery } from '../delivery/useDelivery';
import { useEnvironments } from '../environments';
import { HealthIcon } from '../kubernetes/HealthIcon';
import { useKubernetesReading } from '../kubernetes/useKubernetesReading';
import { workloadsByEnvironment } from '../kubernetes/workloadsByEnvironment';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      fontSize: '0.875rem',
      lineHeight: 1.45,
    },
  }),
  { name: 'HandoverDriftNotice' },
);

/** Where something else runs than what the pipelines deployed. Nothing where they agree. */
export function DriftNotice({
  entity,
  entityRef,
  state: { document },
}: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const environments = useEnvironments();
  const kubernetes = useKubernetesReading(entity);
  const delivery = useDelivery(entityRef);
  if (kubernetes.status !== 'ready' || delivery.status !== 'ready') {
    return null;
  }
  const steps = delivery.data.promotion.environments;
  const drifts = workloadsByEnvironment(
    document,
    kubernetes.data,
    environments,
  ).flatMap(({ environment, workloads }) => {
    const step =
      environment !== undefined &&
      steps.find(({ name }) => environments.isSame(name, environment));
    const drift =
      step &&
      recordDrift({ step, images: workloads.flatMap(({ images }) => images) });
    return drift ? [{ environment, ...drift }] : [];
  });
  if (drifts.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label={t('incident.drift.title')}>
      {drifts.reverse().map(({ environment, recorded, running }) => (
        <li key={environment} className={classes.item}>
          <HealthIcon level="warning" />
          <span>
            <strong>{environment}:</strong>{' '}
            {t('incident.drift.differs', {
              running: running.join(', '),
              version: versionOf(recorded),
              when: formatRelative(recorded.at, Date.now(), language),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
