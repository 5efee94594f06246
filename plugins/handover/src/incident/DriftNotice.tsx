import { recordDrift } from '@backstage-handover/plugin-handover-common/delivery';
import { makeStyles } from '@material-ui/core/styles';
import {
  HealthIcon,
  formatRelative,
  type HandoverCellProps,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { versionOf } from '../delivery/names';
import { useDelivery } from '../delivery/useDelivery';
import { useEnvironments } from '../environments';
import { EntityEnvironments } from '../kubernetes';

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
export function DriftNotice({ entity, entityRef, state }: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const known = useEnvironments();
  const delivery = useDelivery(entityRef);
  if (delivery.status !== 'ready') {
    return null;
  }
  const steps = delivery.data.promotion.environments;
  return (
    <EntityEnvironments entity={entity} document={state.document}>
      {environments => {
        const drifts = environments.flatMap(({ name, workloads }) => {
          const step = steps.find(each => known.isSame(each.name, name));
          const images = workloads.flatMap(workload => workload.images);
          const drift = step && recordDrift({ step, images });
          return drift ? [{ name, ...drift }] : [];
        });
        return drifts.length > 0 ? (
          <ul className={classes.list} aria-label={t('incident.drift.title')}>
            {drifts.map(({ name, recorded, running }) => (
              <li key={name} className={classes.item}>
                <HealthIcon level="warning" />
                <span>
                  <strong>{name}:</strong>{' '}
                  {t('incident.drift.differs', {
                    running: running.join(', '),
                    version: versionOf(recorded),
                    when: formatRelative(recorded.at, Date.now(), language),
                  })}
                </span>
              </li>
            ))}
          </ul>
        ) : null;
      }}
    </EntityEnvironments>
  );
}
