import type {
  EvaluatedTrigger,
  MetricsSourceState,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  FieldLink,
  formatClock,
  formatMeasure,
  HealthIcon,
  Markdown,
  TriggerCondition,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { LEVELS } from './levels';
import { Sparkline } from './Sparkline';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 240px)',
      alignItems: 'center',
      gap: theme.spacing(0.5, 3),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
      breakInside: 'avoid',
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    text: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0, 1),
    },
    // Beside the sign and its word, and below them.
    state: { margin: 0, fontWeight: 700 },
    facts: {
      gridColumn: 2,
      margin: theme.spacing(0.25, 0),
      // In a sentence, colour alone is not enough.
      '& a': { textDecoration: 'underline' },
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'HandoverTriggerRow' },
);

export type TriggerRowProps = {
  trigger: EvaluatedTrigger;
  sources: readonly MetricsSourceState[];
  deployedAt?: string;
};

/** A trigger, whether it is met, and what was measured. */
export function TriggerRow({ trigger, sources, deployedAt }: TriggerRowProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { text, state, at, url, history, above, below } = trigger;
  const source = sources.find(({ id }) => id === trigger.source);
  const limit = above ?? below ?? 0;
  const measure = (value: number) =>
    formatMeasure(value, trigger.unit, language);
  const clock = (time: string) =>
    formatClock(Date.parse(time), Date.now(), language);
  const known = history?.values.filter(value => value !== null) ?? [];
  return (
    <li className={classes.root}>
      <div className={classes.text}>
        <HealthIcon level={LEVELS[state]} />
        <div>
          <p className={classes.state}>{t(`triggers.state.${state}`)}</p>
          <Markdown content={text} />
        </div>
        <p className={classes.facts}>
          <Reading trigger={trigger} />{' '}
          <Reason trigger={trigger} source={source} />{' '}
          <span className={classes.quiet}>
            <TriggerCondition trigger={trigger} />{' '}
            {at && t('triggers.measured', { time: clock(at) })}
          </span>{' '}
          {url && source && (
            <FieldLink to={url}>
              {t('triggers.open', { title: source.title })}
            </FieldLink>
          )}
        </p>
      </div>
      {history && known.length > 0 && (
        <Sparkline
          history={history}
          limit={limit}
          deployedAt={deployedAt}
          label={t('triggers.history', {
            from: measure(Math.min(...known)),
            to: measure(Math.max(...known)),
            time: clock(history.from),
            limit: measure(limit),
          })}
        />
      )}
    </li>
  );
}

/** The value, and since when it is beyond the limit. */
function Reading({ trigger }: { trigger: EvaluatedTrigger }) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { state, reason, value, unit, above, below, since } = trigger;
  const limit = above ?? below;
  if (value === undefined || limit === undefined) {
    return null;
  }
  const words = { value: formatMeasure(value, unit, language) };
  if (state === 'unknown' && reason !== 'gaps') {
    return <>{t('triggers.last', words)}</>;
  }
  if (since === undefined) {
    return <>{t('triggers.now', words)}</>;
  }
  const time = formatClock(Date.parse(since), Date.now(), language);
  return (
    <>
      {t(above === undefined ? 'triggers.below' : 'triggers.above', {
        ...words,
        limit: formatMeasure(limit, unit, language),
        since: trigger.orEarlier ? t('triggers.orEarlier', { time }) : time,
      })}
    </>
  );
}

/** Why it is unknown. What is said of the whole source is not repeated. */
function Reason({
  trigger: { reason, message },
  source,
}: {
  trigger: EvaluatedTrigger;
  source: MetricsSourceState | undefined;
}) {
  const { t } = useHandoverTranslation();
  if (reason === undefined) {
    return null;
  }
  if (reason === 'queryFailed') {
    return message === source?.message ? null : <>{message}.</>;
  }
  return <>{t(`triggers.reason.${reason}`)}</>;
}
