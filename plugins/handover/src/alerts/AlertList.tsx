import type { Alert, Alerts } from '@backstage-handover/plugin-handover-common';
import {
  type DocumentedFailure,
  isCritical,
  isMuted,
  matchAlert,
} from '@backstage-handover/plugin-handover-common/alerts';
import { makeStyles } from '@material-ui/core/styles';
import {
  DocumentedFix,
  FieldLink,
  formatClock,
  Label,
  useHandoverTranslation,
  useLanguage,
} from '../components';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
      display: 'grid',
      gap: theme.spacing(1),
    },
    item: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: theme.spacing(1, 3),
      padding: theme.spacing(1, 1.5),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
      breakInside: 'avoid',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    critical: { borderLeftColor: theme.palette.error.main },
    muted: { borderLeftColor: theme.palette.text.secondary },
    name: { margin: 0, fontSize: '0.9375rem', fontWeight: 700 },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      color: theme.palette.text.secondary,
    },
    text: { margin: theme.spacing(0.5, 0) },
    quiet: { margin: 0, color: theme.palette.text.secondary },
    links: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
    },
  }),
  { name: 'HandoverAlertList' },
);

/** Firing alerts, each with its documented fix. */
export function AlertList({
  alerts: { items, providers },
  failures,
}: {
  alerts: Alerts;
  failures: readonly DocumentedFailure[] | undefined;
}) {
  const classes = useStyles();
  if (items.length === 0) {
    return null;
  }
  const titleOf = ({ provider }: Alert) =>
    providers.find(({ id }) => id === provider)?.title ?? provider;
  return (
    // Safari drops the list's role together with its markers.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul role="list" className={classes.list}>
      {items.map(alert => (
        <li
          key={`${alert.provider}/${alert.id}`}
          className={[
            classes.item,
            isCritical(alert) && classes.critical,
            isMuted(alert) && classes.muted,
          ]
            .filter(Boolean)
            .join(' ')}
        >
          <Firing alert={alert} title={titleOf(alert)} />
          <DocumentedFix
            matches={matchAlert(alert, failures)}
            yaml={toYaml(alert)}
          />
        </li>
      ))}
    </ul>
  );
}

/** What fires, how bad it is, and since when. */
function Firing({ alert, title }: { alert: Alert; title: string }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { name, severity, summary, since, environment, url, runbookUrl } =
    alert;
  return (
    <div>
      <h3 className={classes.name}>{name}</h3>
      <div className={classes.facts}>
        {severity && <Label strong={isCritical(alert)}>{severity}</Label>}
        {environment && <span>{environment}</span>}
        <span>
          {t('alerts.since', {
            since: formatClock(Date.parse(since), Date.now(), language),
          })}
        </span>
      </div>
      {summary && <p className={classes.text}>{summary}</p>}
      <Acknowledged alert={alert} />
      <Muted alert={alert} />
      <div className={classes.links}>
        {url && (
          <FieldLink to={url}>{t('alerts.open', { name, title })}</FieldLink>
        )}
        {runbookUrl && (
          <FieldLink to={runbookUrl}>{t('alerts.runbook', { name })}</FieldLink>
        )}
      </div>
    </div>
  );
}

/** Who works on it. */
function Acknowledged({ alert: { acknowledged } }: { alert: Alert }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  if (!acknowledged) {
    return null;
  }
  const { at, by } = acknowledged;
  return (
    <p className={classes.quiet}>
      {[
        by
          ? t('alerts.acknowledged.by', { by })
          : t('alerts.acknowledged.plain'),
        at &&
          t('alerts.since', {
            since: formatClock(Date.parse(at), Date.now(), language),
          }),
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  );
}

/** Why it notifies nobody. */
function Muted({ alert: { silenced, inhibited } }: { alert: Alert }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { until, by, comment } = silenced ?? {};
  return (
    <>
      {silenced && (
        <p className={classes.quiet}>
          {[
            until
              ? t('alerts.silenced.until', {
                  until: formatClock(Date.parse(until), Date.now(), language),
                })
              : t('alerts.silenced.plain'),
            by && t('alerts.silenced.by', { by }),
          ]
            .filter(Boolean)
            .join(' ')}
          {comment && `: ${comment}`}
        </p>
      )}
      {inhibited && <p className={classes.quiet}>{t('alerts.inhibited')}</p>}
    </>
  );
}

/** The alert as the next element of `failures.items`. JSON is YAML. */
function toYaml({ name, summary }: Alert): string {
  const text = JSON.stringify;
  return [
    `- symptom: ${text(summary ?? `The alert ${name} fires`)}`,
    '  cause: ""',
    '  fix: ""',
    '  match:',
    `    alert: ${text(name)}`,
    '',
  ].join('\n');
}
