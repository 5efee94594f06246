import type {
  Deployment,
  Promotion,
  PromotionStep,
} from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import {
  FieldLink,
  formatRelative,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { compareUrl } from './compareUrl';
import { EnvironmentState } from './EnvironmentState';
import { Heading } from './Heading';
import { runNumber, versionOf } from './names';

const useStyles = makeStyles(
  theme => ({
    note: { margin: theme.spacing(0.5, 0), fontSize: '0.875rem' },
    line: { display: 'block' },
    quiet: {
      display: 'block',
      fontSize: '0.75rem',
      color: theme.palette.text.secondary,
    },
    // At night it is what one looks for. Red text would be too faint to read.
    failed: {
      display: 'block',
      marginTop: theme.spacing(0.5),
      paddingLeft: theme.spacing(1),
      borderLeft: `4px solid ${theme.palette.error.main}`,
      fontSize: '0.8125rem',
      fontWeight: 600,
    },
    digest: {
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'HandoverPromotion' },
);

export type PromotionTableProps = { entity: Entity; promotion: Promotion };

/** Deployed versions where, and how far each environment lags behind. */
export function PromotionTable({ entity, promotion }: PromotionTableProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const when = (time: string) => formatRelative(time, Date.now(), language);
  return (
    <>
      <Heading title={t('delivery.promotion.title')} />
      <ResponsiveTable
        caption={t('delivery.promotion.caption')}
        listsUpTo="sm"
        columns={[
          t('delivery.promotion.environment'),
          t('delivery.promotion.state'),
          t('delivery.promotion.version'),
          t('delivery.promotion.deployed'),
          t('delivery.promotion.run'),
          t('delivery.promotion.difference'),
        ]}
        rows={promotion.environments.map(step => {
          const { name, deployment, attempt, run } = step;
          const url = run?.url ?? deployment?.url;
          const runId = run?.id ?? deployment?.runId;
          const number = runId && runNumber(runId);
          const runName =
            runId &&
            (number
              ? t('delivery.promotion.runNumber', { id: number })
              : t('delivery.promotion.run'));
          return [
            name,
            <EnvironmentState key="state" step={step} />,
            <>
              {deployment ? (
                <Version deployment={deployment} />
              ) : (
                t('delivery.promotion.nothing')
              )}
              {attempt && (
                <span
                  className={
                    attempt.outcome === 'failed'
                      ? classes.failed
                      : classes.quiet
                  }
                >
                  {t(`delivery.promotion.attempt.${attempt.outcome}`, {
                    version: versionOf(attempt),
                    when: when(attempt.at),
                  } as never)}
                </span>
              )}
            </>,
            deployment && (
              <time dateTime={deployment.at} title={deployment.at}>
                {deployment.actor
                  ? t('delivery.promotion.by', {
                      when: when(deployment.at),
                      actor: deployment.actor,
                    })
                  : when(deployment.at)}
              </time>
            ),
            url ? <FieldLink to={url}>{runName ?? url}</FieldLink> : runName,
            <Difference
              key="difference"
              step={step}
              link={changesUrl(entity, { step, promotion })}
            />,
          ];
        })}
      />
      <p className={classes.note}>
        {t(`delivery.promotion.builtOnce.${promotion.builtOnce}`)}
      </p>
    </>
  );
}

function Version({ deployment }: { deployment: Deployment }) {
  const classes = useStyles();
  const digest = deployment.artifact?.digest;
  return (
    <>
      {versionOf(deployment)}
      {digest && (
        <span className={`${classes.quiet} ${classes.digest}`} title={digest}>
          {digest.slice(0, 'sha256:'.length + 12)}
        </span>
      )}
    </>
  );
}

/** The commits that an environment lacks. */
function changesUrl(
  entity: Entity,
  { step, promotion }: { step: PromotionStep; promotion: Promotion },
): string | undefined {
  const ahead = promotion.environments.find(
    ({ name }) => name === step.drift?.from,
  );
  return compareUrl(entity, {
    from: step.deployment?.commit,
    to: ahead?.deployment?.commit,
  });
}

function Difference({ step, link }: { step: PromotionStep; link?: string }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { drift, sameArtifact } = step;
  const behind = () => {
    if (!drift) {
      return undefined;
    }
    const { from, commits, versions } = drift;
    if (commits) {
      return t('delivery.promotion.commitsBehind', { count: commits, from });
    }
    return versions
      ? t('delivery.promotion.versionsBehind', { count: versions, from })
      : t('delivery.promotion.behind', { from });
  };
  return (
    <>
      {drift && (
        <span className={classes.line}>
          {link ? <FieldLink to={link}>{behind()}</FieldLink> : behind()}
          {drift.since && (
            <span className={classes.quiet}>
              {t('delivery.promotion.since', {
                when: formatRelative(drift.since, Date.now(), language),
              })}
            </span>
          )}
        </span>
      )}
      {(sameArtifact === 'same' || sameArtifact === 'different') && (
        <span className={classes.quiet}>
          {t(`delivery.promotion.${sameArtifact}`)}
        </span>
      )}
    </>
  );
}
