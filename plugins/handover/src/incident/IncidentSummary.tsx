import { makeStyles } from '@material-ui/core/styles';
import {
  HealthIcon,
  type HandoverCellProps,
  useHandoverTranslation,
} from '../components';
import { EntityEnvironments } from '../kubernetes';
import { FindingText } from '../kubernetes/FindingText';
import { shownFailures } from './shownFailures';
import { SuspectedChange } from './SuspectedChange';

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
  state,
  entityRef,
}: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <EntityEnvironments entity={entity} document={state.document}>
      {environments => {
        const failing = shownFailures(environments);
        return failing.length > 0 ? (
          <section aria-label={t('incident.title')}>
            {failing.map(({ name, worst }) => (
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
        ) : null;
      }}
    </EntityEnvironments>
  );
}
