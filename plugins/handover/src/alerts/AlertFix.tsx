import type { Alert } from '@backstage-handover/plugin-handover-common';
import {
  type DocumentedFailure,
  matchAlert,
} from '@backstage-handover/plugin-handover-common/alerts';
import { makeStyles } from '@material-ui/core/styles';
import { CopyButton, Markdown, useHandoverTranslation } from '../components';

/** So many documented failures are shown for one alert. */
const SHOWN_MATCHES = 2;

const useStyles = makeStyles(
  theme => ({
    root: {
      paddingLeft: theme.spacing(1.5),
      borderLeft: `3px solid ${theme.palette.success.main}`,
    },
    label: {
      margin: 0,
      fontSize: '0.75rem',
      fontWeight: 600,
      color: theme.palette.text.secondary,
    },
    quiet: { margin: 0, color: theme.palette.text.secondary },
  }),
  { name: 'HandoverAlertFix' },
);

/** The documented fix of an alert, or how to document it. */
export function AlertFix({
  alert,
  failures,
}: {
  alert: Alert;
  failures: readonly DocumentedFailure[] | undefined;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const matches = matchAlert(alert, failures);
  return (
    <div className={classes.root}>
      {matches.length === 0 && (
        <p className={classes.quiet}>
          {t('alerts.undocumented')}{' '}
          <CopyButton text={toYaml(alert)} label={t('alerts.document')} />
        </p>
      )}
      {matches.slice(0, SHOWN_MATCHES).map(({ failure, index }) => (
        <div key={index}>
          <p className={classes.label}>{t('alerts.fix')}</p>
          <Markdown
            content={failure.fix ?? failure.cause ?? failure.symptom ?? ''}
          />
          <p className={classes.quiet}>
            {t('alerts.failure', {
              symptom: failure.symptom ?? t('alerts.unnamed'),
            })}
          </p>
        </div>
      ))}
    </div>
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
