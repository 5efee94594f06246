import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import {
  HealthIcon,
  type HealthLevel,
  Button,
  Freshness,
  useHandoverTranslation,
} from '../components';
import { useEnvironments } from '../environments';
import { FindingText } from './FindingText';
import { type EnvironmentHealth, healthOf } from './health';
import { HealthPlaceholder } from './HealthPlaceholder';
import { useKubernetesReading } from './useKubernetesReading';

/** More would push everything else off the first screen. */
const MAX_FINDINGS = 3;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
    },
    list: {
      flex: '1 1 20rem',
      minWidth: 0,
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    item: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(0.25, 0),
      fontSize: '0.875rem',
      lineHeight: 1.45,
      overflowWrap: 'anywhere',
    },
    failure: { fontSize: '1rem' },
    incident: { '@media print': { display: 'none' } },
  }),
  { name: 'HandoverHealthSummary' },
);

export type HealthSummaryProps = {
  entity: Entity;
  /** Without one, what runs is named by its cluster. */
  document?: HandoverDocument;
  /** Offers the incident view where something fails. */
  showIncidentLink?: boolean;
  /** Path of the Handover tab; the page that it stands on unless given. */
  tabPath?: string;
};

/** What is wrong now in each environment, in sentences, and how old the reading is. */
export function HealthSummary({
  entity,
  document,
  showIncidentLink = false,
  tabPath = '',
}: HealthSummaryProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const environments = useEnvironments();
  const reading = useKubernetesReading(entity);
  const [params] = useSearchParams();

  if (reading.status === 'absent') {
    return null;
  }
  if (reading.status === 'loading') {
    return <HealthPlaceholder />;
  }
  if (reading.status === 'failed') {
    return (
      <Line sign="unknown">
        <span role="alert">
          {t('kubernetes.failed', { message: reading.error.message })}{' '}
          <Button
            size="small"
            disabled={reading.isRetrying}
            onClick={reading.retry}
          >
            {t('common.retry')}
          </Button>
        </span>
      </Line>
    );
  }
  const health = healthOf(document, reading.data, environments);
  // Of environments that fail, production comes first; warnings come after all of them.
  const all = health.flatMap(each =>
    each.findings.map(finding => ({ environment: each.name, finding })),
  );
  const isFailure = ({ finding }: (typeof all)[number]) =>
    finding.severity === 'failure';
  const findings = [
    ...all.filter(isFailure),
    ...all.filter(each => !isFailure(each)),
  ];
  const fails = findings.some(isFailure);
  const incidentParams = new URLSearchParams(params);
  incidentParams.set('view', 'incident');
  return (
    <div className={classes.root}>
      <ul className={classes.list} aria-label={t('kubernetes.health.title')}>
        {findings.slice(0, MAX_FINDINGS).map(({ environment, finding }) => (
          <Item
            key={`${environment}/${keyOf(finding)}`}
            sign={finding.severity}
          >
            <strong>{environment}:</strong> <FindingText finding={finding} />
          </Item>
        ))}
        {findings.length > MAX_FINDINGS && (
          <Item sign={findings[MAX_FINDINGS].finding.severity}>
            {t('kubernetes.health.more', {
              count: findings.length - MAX_FINDINGS,
            })}
          </Item>
        )}
        <Rest health={health} />
      </ul>
      {/* On the tab, the workloads announce it. */}
      <Freshness freshness={reading.freshness} silent={!tabPath} />
      {showIncidentLink && fails && (
        <Button
          className={classes.incident}
          size="small"
          variant="outlined"
          component={Link}
          role={undefined}
          to={`${tabPath}?${incidentParams}`}
        >
          {t('kubernetes.health.incident')}
        </Button>
      )}
    </div>
  );
}

/** Where nothing is wrong, and where nobody knows. */
function Rest({ health }: { health: readonly EnvironmentHealth[] }) {
  const { t } = useHandoverTranslation();
  const names = (of: readonly EnvironmentHealth[]) =>
    of.map(({ name }) => name).join(', ');
  const pending = health.filter(each => each.isPending);
  const unread = health.filter(each => each.unread && !each.isPending);
  const quiet = health.filter(
    each => each.findings.length === 0 && !each.unread && !each.isPending,
  );
  const running = quiet.filter(({ workloads }) => workloads.length > 0);
  const empty = quiet.filter(({ workloads }) => workloads.length === 0);
  return (
    <>
      {unread.map(each => (
        <Item key={each.name} sign="unknown">
          <strong>{each.name}:</strong>{' '}
          {t(`kubernetes.health.unread.${each.unread!}`)}
        </Item>
      ))}
      {pending.length > 0 && (
        <Item sign="unknown">
          {t('kubernetes.health.pending', { names: names(pending) })}
        </Item>
      )}
      {running.length > 0 && (
        <Item sign="healthy">
          {t('kubernetes.health.nothingFails', { names: names(running) })}
        </Item>
      )}
      {empty.length > 0 && (
        <Item sign="healthy">
          {t('kubernetes.health.nothingRuns', { names: names(empty) })}
        </Item>
      )}
      {health.length === 0 && (
        <Item sign="unknown">{t('kubernetes.noCluster')}</Item>
      )}
    </>
  );
}

function Item({ sign, children }: { sign: HealthLevel; children: ReactNode }) {
  return (
    <li>
      <Line sign={sign}>{children}</Line>
    </li>
  );
}

function Line({ sign, children }: { sign: HealthLevel; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div
      className={
        sign === 'failure' ? `${classes.item} ${classes.failure}` : classes.item
      }
    >
      <HealthIcon level={sign} />
      <span>{children}</span>
    </div>
  );
}

function keyOf({ kind, workload }: EnvironmentHealth['findings'][number]) {
  return `${kind}/${workload.kind}/${workload.namespace}/${workload.name}`;
}
