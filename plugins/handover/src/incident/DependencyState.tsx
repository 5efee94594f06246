import type { Entity } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { Label, Markdown, useHandoverTranslation } from '../components';
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
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
    },
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
  const inKubernetes = entity && isInKubernetes(entity) ? entity : undefined;
  const unknown = (
    <span className={classes.quiet}>{t('incident.dependencies.unknown')}</span>
  );
  return (
    <>
      <span className={classes.line}>
        {entityRef ? (
          <EntityRefLink entityRef={entityRef} title={name} />
        ) : (
          name
        )}
        {critical && (
          <Label strong>{t('incident.dependencies.critical')}</Label>
        )}
        {inKubernetes && (
          <EntityHealthSign entity={inKubernetes} absent={unknown} />
        )}
        {!inKubernetes && !isLoading && unknown}
      </span>
      {inKubernetes && (
        <EntityEnvironments entity={inKubernetes}>
          {environments => {
            const failing = failuresThatMatter(environments);
            return (
              failing.length > 0 && (
                <>
                  {failing.map(({ name: environment, findings: [worst] }) => (
                    <p key={environment} className={classes.finding}>
                      <strong>{environment}:</strong>{' '}
                      <FindingText finding={worst} />
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
                </>
              )
            );
          }}
        </EntityEnvironments>
      )}
    </>
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
