import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  CellTitle,
  Freshness,
  type HandoverCellProps,
  type Reading,
  Unread,
  useHandoverTranslation,
  useReading,
} from '../components';
import { DependencyState } from './DependencyState';
import { type Dependency, dependenciesOf } from './dependenciesOf';

/** Each is read from every cluster three times a minute. */
const MAX_READ = 8;
const INTERVAL_MS = 300_000;

const useStyles = makeStyles(
  theme => ({
    // One line where nothing is failing: the first screen belongs to the fix.
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 2),
    },
    list: {
      display: 'flex',
      flex: '1 1 320px',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 3),
      minWidth: 0,
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    item: { minWidth: 0, overflowWrap: 'break-word' },
    rest: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  }),
  { name: 'HandoverDependencies' },
);

/** The state of what the service needs: is it this service, or something that it depends on? */
export function Dependencies({ entity, state }: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const dependencies = dependenciesOf(entity, state.document);
  const shown = dependencies.slice(0, MAX_READ);
  const entities = useEntities(
    shown.flatMap(({ entityRef }) => entityRef ?? []),
  );
  const entityOf = ({ entityRef }: Dependency) =>
    entityRef && entities.status === 'ready'
      ? entities.data.get(entityRef)
      : undefined;
  const more = dependencies.length - shown.length;
  return (
    <section
      aria-label={t('incident.dependencies.title')}
      className={classes.root}
    >
      <CellTitle>{t('incident.dependencies.title')}</CellTitle>
      <ul className={classes.list}>
        {shown.map(dependency => (
          <li
            key={dependency.entityRef ?? dependency.name}
            className={classes.item}
          >
            <DependencyState
              dependency={dependency}
              entity={entityOf(dependency)}
              isLoading={
                dependency.entityRef !== undefined &&
                entities.status === 'loading'
              }
            />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <span className={classes.rest}>
          {t('incident.dependencies.more', { count: more })}
        </span>
      )}
      {entities.status === 'ready' && (
        <Freshness freshness={entities.freshness} quiet />
      )}
      {entities.status === 'failed' && (
        <Unread
          reading={entities}
          message={t('incident.dependencies.unread', {
            message: entities.error.message,
          })}
        />
      )}
    </section>
  );
}

/** The entities that exist and may be seen, by reference. */
function useEntities(entityRefs: string[]): Reading<Map<string, Entity>> {
  const catalog = useApi(catalogApiRef);
  return useReading({
    key: ['incident', 'dependencies', ...entityRefs],
    read: async () => {
      const { items } = await catalog.getEntitiesByRefs({
        entityRefs,
        fields: ['kind', 'metadata'],
      });
      return new Map(
        items.flatMap(each => (each ? [[stringifyEntityRef(each), each]] : [])),
      );
    },
    every: INTERVAL_MS,
    enabled: entityRefs.length > 0,
  });
}
