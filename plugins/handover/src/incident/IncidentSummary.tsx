import { makeStyles } from '@material-ui/core/styles';
import { type HandoverCellProps, useHandoverTranslation } from '../components';
import { useEnvironments } from '../environments';
import { FindingText } from '../kubernetes/FindingText';
import { healthOf } from '../kubernetes/health';
import { HealthIcon } from '../kubernetes/HealthIcon';
import { useKubernetesReading } from '../kubernetes/useKubernetesReading';
import { SuspectedChange } from './SuspectedChange';

/** More would push the fix off the first screen. */
const MAX_ENVIRONMENTS = 2;

const useStyles = makeStyles(
  theme => ({
    item: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0, 1),
      padding: theme.spacing(0.25, 0),
      overflowWrap: 'break-word',
    },
    text: { margin: 0, lineHeight: 1.45 },
  }),
  { name: 'HandoverIncidentSummary' },
);

/** What fails in each environment since when, and the change that it began with. */
export function IncidentSummary({
  entity,
  entityRef,
  state: { document },
}: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const environments = useEnvironments();
  const reading = useKubernetesReading(entity);
  if (reading.status !== 'ready') {
    return null;
  }
  const failing = healthOf(document, reading.data, environments).flatMap(
    ({ name, findings: [worst] }) =>
      worst?.severity === 'failure' ? [{ name, worst }] : [],
  );
  if (failing.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('incident.title')}>
      {failing.slice(0, MAX_ENVIRONMENTS).map(({ name, worst }) => (
        <div key={name} className={classes.item}>
          <HealthIcon level="failure" />
          <div>
            <p className={classes.text}>
              <strong>{name}:</strong> <FindingText finding={worst} />
            </p>
            <SuspectedChange
              entity={entity}
              entityRef={entityRef}
              environment={name}
              finding={worst}
            />
          </div>
        </div>
      ))}
    </section>
  );
}
