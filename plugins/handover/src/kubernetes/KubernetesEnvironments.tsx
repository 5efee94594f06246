import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import {
  comparePods,
  type Workload,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import {
  Freshness,
  type HandoverPanelProps,
  Unread,
  useHandoverTranslation,
} from '../components';
import { useEnvironments } from '../environments';
import {
  type EnvironmentWorkloads,
  workloadsByEnvironment,
} from './workloadsByEnvironment';
import { PodList } from './PodList';
import { ProblemList } from './ProblemList';
import { TIMEOUT_MS } from './readCluster';
import {
  type KubernetesReading,
  useKubernetesReading,
} from './useKubernetesReading';
import { WorkloadTable } from './WorkloadTable';

const useStyles = makeStyles(
  theme => ({
    environment: {
      marginTop: theme.spacing(1.5),
      '&:first-child': { marginTop: 0 },
    },
    title: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1),
      margin: 0,
      fontSize: '1rem',
      fontWeight: 600,
    },
    place: {
      fontSize: '0.8125rem',
      fontWeight: 400,
      color: theme.palette.text.secondary,
    },
    note: { margin: theme.spacing(0.25, 0), fontSize: '0.875rem' },
    details: {
      fontSize: '0.875rem',
      '& summary': { cursor: 'pointer', color: theme.palette.link },
    },
    failure: {
      margin: theme.spacing(0.5, 0),
      padding: theme.spacing(0.5, 1.5),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
      fontSize: '0.875rem',
    },
  }),
  { name: 'HandoverKubernetesEnvironments' },
);

/** What does not work as it should. */
const FAILING = ['failing', 'degraded'];

/** What runs, by environment: what fails first, with the documented fix. */
export function KubernetesEnvironments({
  entity,
  state,
  incident,
}: HandoverPanelProps) {
  return (
    <Workloads
      entity={entity}
      document={state.document}
      failingOnly={incident}
    />
  );
}

/** What runs, or in an incident only what does not work. */
function Workloads({
  entity,
  document,
  failingOnly,
}: {
  entity: Entity;
  document: HandoverDocument | undefined;
  failingOnly: boolean;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const environments = useEnvironments();
  const reading = useKubernetesReading(entity);
  if (reading.status !== 'ready') {
    return <Waiting reading={reading} />;
  }
  const { data: clusters, freshness } = reading;
  if (clusters.length === 0) {
    // Neither that nothing runs nor that nothing fails: nobody has looked.
    return (
      <>
        {!failingOnly && <Freshness freshness={freshness} />}
        <p className={classes.note}>{t('kubernetes.noCluster')}</p>
      </>
    );
  }
  const all = workloadsByEnvironment(document, clusters, environments);
  // Of an incident, the end of the promotion path comes first.
  const shown = failingOnly
    ? [...all]
        .reverse()
        .map(each => ({
          ...each,
          workloads: each.workloads.filter(({ state }) =>
            FAILING.includes(state),
          ),
        }))
        .filter(
          each =>
            each.workloads.length > 0 ||
            each.unknownCluster ||
            each.reading?.failure ||
            each.reading?.isPending,
        )
        .sort(
          (a, b) =>
            Number(b.workloads.length > 0) - Number(a.workloads.length > 0),
        )
    : all;
  return (
    <>
      {/* In an incident, it stands beside the title of the section. */}
      {!failingOnly && <Freshness freshness={freshness} />}
      {shown.length === 0 && (
        <p className={classes.note}>
          {t(
            failingOnly ? 'kubernetes.nothingFails' : 'kubernetes.noWorkloads',
          )}
        </p>
      )}
      {shown.map((each, index) => (
        <Environment
          key={index}
          of={each}
          entity={entity}
          document={document}
          problemsFirst={failingOnly}
        />
      ))}
    </>
  );
}

function Waiting({ reading }: { reading: KubernetesReading }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  switch (reading.status) {
    case 'loading':
      return (
        <p role="status" className={classes.note}>
          {t('kubernetes.reading')}
        </p>
      );
    case 'failed':
      return (
        <Unread
          reading={reading}
          message={t('kubernetes.failed', { message: reading.error.message })}
        />
      );
    default:
      return null;
  }
}

function Environment({
  of,
  entity,
  document,
  problemsFirst,
}: {
  of: EnvironmentWorkloads;
  entity: Entity;
  document: HandoverDocument | undefined;
  /** In an incident, what fails and its fix belong on the first screen. */
  problemsFirst: boolean;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { environment, namespace, unknownCluster, reading, workloads } = of;
  const cluster =
    reading?.cluster.title ?? reading?.cluster.name ?? unknownCluster ?? '';
  const failure = reading?.failure;
  const place = document ? cluster : '';
  const pods = workloads.flatMap(workload => workload.pods).sort(comparePods);
  // Without a document there are no environments, only clusters.
  const name = environment ?? (document ? t('kubernetes.elsewhere') : cluster);
  const problems = workloads.map(workload => (
    <ProblemList
      key={`${workload.kind}/${workload.namespace}/${workload.name}`}
      entity={entity}
      workload={workload}
      cluster={reading?.cluster.name ?? ''}
      failures={document?.failures?.items}
    />
  ));
  const table = <WorkloadTable caption={name} workloads={workloads} />;
  // Whom to call comes next, on the first screen if it can.
  const isTold = problemsFirst && workloads.every(hasProblems);
  return (
    <div className={classes.environment}>
      <h3 className={classes.title}>
        {name}
        <span className={classes.place}>
          {namespace ? t('kubernetes.place', { cluster, namespace }) : place}
        </span>
      </h3>
      {unknownCluster && (
        <p className={classes.note}>
          {t('kubernetes.unknownCluster', { cluster: unknownCluster })}
        </p>
      )}
      {failure && (
        <p className={classes.failure}>
          {t(`kubernetes.failure.${failure.reason}`, {
            seconds: String(TIMEOUT_MS / 1_000),
          })}{' '}
          {failure.message}
        </p>
      )}
      {reading?.isPending && (
        <p role="status" className={classes.note}>
          {t('kubernetes.pending')}
        </p>
      )}
      {reading && !reading.isPending && !failure && workloads.length === 0 && (
        <p className={classes.note}>{t('kubernetes.noWorkloads')}</p>
      )}
      {reading && reading.unread.length > 0 && (
        <p className={classes.note}>
          {t('kubernetes.unread', { kinds: reading.unread.join(', ') })}
        </p>
      )}
      {problemsFirst && problems}
      {workloads.length > 0 &&
        (isTold ? (
          <details className={classes.details}>
            <summary>
              {t('kubernetes.workloads', { count: workloads.length })}
            </summary>
            {table}
          </details>
        ) : (
          table
        ))}
      {!problemsFirst && problems}
      {pods.length > 0 && <PodList pods={pods} />}
    </div>
  );
}

/** Whether its problems say what its row in the table would say. */
function hasProblems({ pods }: Workload): boolean {
  return pods.some(({ problems }) => problems.length > 0);
}
