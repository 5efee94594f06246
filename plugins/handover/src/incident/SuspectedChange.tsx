import type { Deployment } from '@backstage-handover/plugin-handover-common';
import type { SuspectedChange as Suspicion } from '@backstage-handover/plugin-handover-common/delivery';
import type { Finding } from '@backstage-handover/plugin-handover-common/kubernetes';
import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import {
  FieldLink,
  formatRelative,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { compareUrl } from '../delivery/compareUrl';
import { runNumber, versionOf } from '../delivery/names';
import { useSuspectedChange } from './useSuspectedChange';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      margin: 0,
      fontSize: '0.875rem',
      lineHeight: 1.45,
    },
  }),
  { name: 'HandoverSuspectedChange' },
);

export type SuspectedChangeProps = {
  entity: Entity;
  entityRef: string;
  environment: string;
  /** What fails there. */
  finding: Finding;
};

/** The deployment after which an environment began to fail. Nothing if none is known. */
export function SuspectedChange(props: SuspectedChangeProps) {
  const { entity, entityRef, environment, finding } = props;
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const reading = useSuspectedChange({ entityRef, environment, finding });
  if (reading.status === 'failed') {
    return (
      <p className={classes.root}>
        <span>
          <strong>{t('incident.suspected')}</strong> {t('incident.unread')}
        </span>
      </p>
    );
  }
  if (reading.status !== 'found') {
    return null;
  }
  const { kind, deployment, previous, runs } = reading;
  const run = runs.find(
    each =>
      each.provider === deployment.provider && each.id === deployment.runId,
  );
  const runUrl = run?.url ?? deployment.url;
  const number = deployment.runId && runNumber(deployment.runId);
  const difference =
    previous &&
    compareUrl(entity, { from: previous.commit, to: deployment.commit });
  return (
    <p className={classes.root}>
      <span>
        <strong>{t('incident.suspected')}</strong>{' '}
        {t(`incident.${wordsFor(kind, deployment)}`, {
          version: versionOf(deployment),
          when: formatRelative(deployment.at, Date.now(), language),
          actor: deployment.actor ?? '',
          release: finding.release ?? '',
        } as never)}
        {kind === 'likely' &&
          previous &&
          `; ${t('incident.previous', { version: versionOf(previous) })}`}
        .
      </span>
      {runUrl && (
        <FieldLink to={runUrl}>
          {number
            ? t('incident.run', { id: number })
            : t('incident.runUnnamed')}
        </FieldLink>
      )}
      {difference && (
        <FieldLink to={difference}>
          {t('incident.difference', { version: versionOf(previous) })}
        </FieldLink>
      )}
    </p>
  );
}

function wordsFor(kind: Suspicion['kind'], { actor }: Deployment) {
  return kind === 'likely' && actor ? ('likelyBy' as const) : kind;
}
