import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { Label, Markdown, useHandoverTranslation } from '../components';
import { useHandover } from '../documents';
import {
  EntityEnvironments,
  EntityHealthSign,
  isInKubernetes,
} from '../kubernetes';
import { FindingText } from '../kubernetes/FindingText';
import type { EnvironmentHealth } from '../kubernetes/health';
import type { Dependency } from './dependenciesOf';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
    },
    failures: { flexBasis: '100%' },
    finding: { margin: 0, fontSize: '0.875rem' },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
    whenDown: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 0.5),
    },
  }),
  { name: 'HandoverDependencyState' },
);

/** How a dependency is now: unknown unless something was read. */
export function DependencyState({
  dependency: { entityRef, name, critical, whenDown },
  entity,
  isLoading,
}: {
  dependency: Dependency;
  /** Absent if the catalog doesn't have it, or not for this user. */
  entity: Entity | undefined;
  isLoading: boolean;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const unknown = (
    <span className={classes.quiet}>{t('incident.dependencies.unknown')}</span>
  );
  return (
    <div className={classes.root}>
      {entityRef ? <EntityRefLink entityRef={entityRef} title={name} /> : name}
      {critical && <Label strong>{t('incident.dependencies.critical')}</Label>}
      {entity && isInKubernetes(entity) ? (
        <LiveState entity={entity} whenDown={whenDown} absent={unknown} />
      ) : (
        !isLoading && unknown
      )}
    </div>
  );
}

function LiveState({
  entity,
  whenDown,
  absent,
}: {
  entity: Entity;
  whenDown: string | undefined;
  absent: ReactNode;
}) {
  // It says which clusters the environments are in.
  const handover = useHandover(stringifyEntityRef(entity));
  if (handover.kind === 'loading') {
    return null;
  }
  const document = handover.kind === 'present' ? handover.document : undefined;
  return (
    <>
      <EntityHealthSign entity={entity} document={document} absent={absent} />
      <EntityEnvironments entity={entity} document={document}>
        {environments => (
          <Failures environments={environments} whenDown={whenDown} />
        )}
      </EntityEnvironments>
    </>
  );
}

/** What fails in production, and what that means for the service. */
function Failures({
  environments,
  whenDown,
}: {
  environments: EnvironmentHealth[];
  whenDown: string | undefined;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const failing = failuresThatMatter(environments);
  if (failing.length === 0) {
    return null;
  }
  return (
    <div className={classes.failures}>
      {failing.map(({ name, findings: [worst] }) => (
        <p key={name} className={classes.finding}>
          <strong>{name}:</strong> <FindingText finding={worst} />
        </p>
      ))}
      {whenDown && (
        <div className={classes.whenDown}>
          <span className={classes.quiet}>
            {t('incident.dependencies.whenDown')}
          </span>
          <Markdown content={whenDown} />
        </div>
      )}
    </div>
  );
}

/** Those of production. If production isn't known, any of them may matter. */
function failuresThatMatter(
  environments: EnvironmentHealth[],
): EnvironmentHealth[] {
  const isKnown = environments.some(({ isProduction }) => isProduction);
  return environments.filter(
    ({ isProduction, findings: [worst] }) =>
      worst?.severity === 'failure' && (isProduction || !isKnown),
  );
}
