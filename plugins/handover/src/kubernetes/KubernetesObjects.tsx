import {
  type LookedUp,
  lookUp,
  type NamedObject,
  namedObjects,
  type ObjectPlace,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import { makeStyles } from '@material-ui/core/styles';
import {
  Freshness,
  type HandoverPanelProps,
  useHandoverTranslation,
} from '../components';
import { ObjectState } from './ObjectState';
import type { ClusterReading } from './types';
import { useKubernetesReading } from './useKubernetesReading';

const useStyles = makeStyles(
  theme => ({
    root: {
      listStyle: 'none',
      margin: theme.spacing(0.5, 0),
      padding: theme.spacing(0.5, 1.5),
      borderLeft: `3px solid ${theme.palette.divider}`,
      fontSize: '0.875rem',
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
      '& > li + li': { marginTop: theme.spacing(0.75) },
    },
    name: {
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
      fontSize: '0.8125rem',
      fontWeight: 600,
    },
    // What does not fit goes on further in, so that one sees where a line begins.
    line: { display: 'block', paddingLeft: '1em', textIndent: '-1em' },
    place: { color: theme.palette.text.secondary },
  }),
  { name: 'HandoverKubernetesObjects' },
);

/** The state of the Kubernetes objects that a text names, in each cluster. */
export function KubernetesObjects({ entity, item }: HandoverPanelProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useKubernetesReading(entity);
  if (reading.status !== 'ready') {
    return null;
  }
  const shown = namedObjects(item?.text ?? '').flatMap(object => {
    const found = lookUp(object, reading.data);
    return found && found.is !== 'awaited' ? [{ object, found }] : [];
  });
  if (shown.length === 0) {
    return null;
  }
  return (
    <>
      {/* Safari drops the list's role together with its markers. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul
        role="list"
        className={classes.root}
        aria-label={t('kubernetes.object.title')}
      >
        {shown.map(({ object, found }) => (
          <li key={`${object.kind}/${object.name}`}>
            <span className={classes.name}>
              {`${object.kind}/${object.name}`}
            </span>{' '}
            <Answer object={object} found={found} />
          </li>
        ))}
      </ul>
      <Freshness freshness={reading.freshness} silent />
    </>
  );
}

function Answer({
  object,
  found,
}: {
  object: NamedObject;
  found: LookedUp<ClusterReading>;
}) {
  const { t } = useHandoverTranslation();
  switch (found.is) {
    case 'placed':
      return <Places places={found.places} />;
    case 'never':
      return (
        <>
          {t(
            object.kind === 'Secret'
              ? 'kubernetes.object.secret'
              : 'kubernetes.object.never',
          )}
        </>
      );
    case 'awaited':
      return null;
    default:
      return <>{t(`kubernetes.object.${found.is}`)}</>;
  }
}

function Places({ places }: { places: ObjectPlace<ClusterReading>[] }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <>
      {places.map((place, index) => {
        const { name, title } = place.cluster.cluster;
        const cluster = title ?? name;
        // In one cluster a name may be taken once in each namespace.
        const isAlone = places.every(
          each => each === place || each.cluster !== place.cluster,
        );
        const where =
          place.is === 'found' && !isAlone
            ? t('kubernetes.place', {
                cluster,
                namespace: place.object.namespace,
              })
            : cluster;
        return (
          <span key={index} className={classes.line}>
            <span className={classes.place}>
              {t('kubernetes.object.place', { place: where })}
            </span>{' '}
            {place.is === 'found' ? (
              <ObjectState object={place.object} />
            ) : (
              t(`kubernetes.object.${place.is}`)
            )}
          </span>
        );
      })}
    </>
  );
}
