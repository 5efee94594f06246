import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import {
  HealthIcon,
  type HealthLevel,
  useHandoverTranslation,
} from '../components';
import { useEnvironments } from '../environments';
import { type EnvironmentHealth, healthOf } from './health';
import { useKubernetesReading } from './useKubernetesReading';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      flex: 'none',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontSize: '0.875rem',
      whiteSpace: 'nowrap',
    },
    // There the icon has to do, for those who see it.
    words: {
      [theme.breakpoints.down('xs')]: {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
      },
    },
  }),
  { name: 'HandoverHealthSign' },
);

export type HealthSignProps = {
  entity: Entity;
  document?: HandoverDocument;
  /** Shown if the portal doesn't read Kubernetes. */
  absent?: ReactNode;
};

/** How the service is now, in two words. */
export function HealthSign({ entity, document, absent }: HealthSignProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const environments = useEnvironments();
  const reading = useKubernetesReading(entity);
  if (reading.status === 'absent') {
    return <>{absent}</>;
  }
  if (reading.status === 'loading') {
    return null;
  }
  const { level, count } =
    reading.status === 'failed' || reading.freshness.failure
      ? { level: 'unknown' as const, count: 0 }
      : worstOf(healthOf(document, reading.data, environments));
  return (
    <span className={classes.root}>
      <HealthIcon level={level} />
      <span className={classes.words}>
        {t(`kubernetes.health.sign.${level}`, { count } as never)}
      </span>
    </span>
  );
}

/** The worst of what is known, and how many environments have it. */
function worstOf(health: readonly EnvironmentHealth[]): {
  level: HealthLevel;
  count: number;
} {
  const countOf = (is: (each: EnvironmentHealth) => boolean) =>
    health.filter(is).length;
  const having = (severity: 'failure' | 'warning') =>
    countOf(({ findings }) =>
      findings.some(finding => finding.severity === severity),
    );
  const failing = having('failure');
  const unknown = countOf(each => Boolean(each.unread) || each.isPending);
  const warned = having('warning');
  if (failing > 0) {
    return { level: 'failure', count: failing };
  }
  if (unknown > 0 || health.length === 0) {
    return { level: 'unknown', count: unknown };
  }
  return warned > 0
    ? { level: 'warning', count: warned }
    : { level: 'healthy', count: 0 };
}
