import type { MeasuredTrigger } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  CopyableCommand,
  TriggerCondition,
  useHandoverTranslation,
} from '../components';

const useStyles = makeStyles(
  theme => ({
    condition: {
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
    },
    query: {
      fontSize: '0.8125rem',
      '& summary': { cursor: 'pointer', color: theme.palette.link },
    },
  }),
  { name: 'HandoverTriggerMeasure' },
);

/** When a trigger is met, and the query that measures it. */
export function TriggerMeasure({ trigger }: { trigger: MeasuredTrigger }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <>
      <div className={classes.condition}>
        <TriggerCondition trigger={trigger} />
      </div>
      <details className={classes.query}>
        <summary>{t('triggers.query')}</summary>
        <CopyableCommand command={trigger.query} />
      </details>
    </>
  );
}
