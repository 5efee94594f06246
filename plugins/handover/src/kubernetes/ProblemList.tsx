import {
  codeUsesCurrentContext,
  type DocumentedFailure,
  fillPlaceholders,
  type Workload,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import {
  DocumentedFix,
  formatRelative,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { groupProblems, type ProblemGroup } from './groupProblems';
import { KubernetesTabLink } from './KubernetesTabLink';
import { PodEvents } from './PodEvents';
import { PodLog } from './PodLog';

/** So many pods are named; the rest are counted. */
const NAMED_PODS = 3;

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: theme.spacing(0.5, 0, 1.5),
      padding: 0,
      display: 'grid',
      gap: theme.spacing(1),
    },
    item: {
      display: 'grid',
      // Commands need the room.
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
      gap: theme.spacing(1, 3),
      padding: theme.spacing(1, 1.5),
      borderLeft: `4px solid ${theme.palette.error.main}`,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
      breakInside: 'avoid',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    reason: { margin: 0, fontSize: '0.9375rem', fontWeight: 700 },
    message: {
      margin: theme.spacing(0.5, 0),
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
      fontSize: '0.8125rem',
      whiteSpace: 'pre-wrap',
    },
    more: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      marginTop: theme.spacing(0.5),
      '@media print': { display: 'none' },
    },
    quiet: { margin: 0, color: theme.palette.text.secondary },
  }),
  { name: 'HandoverProblemList' },
);

/** The problems of a workload's pods, each with its documented fix. */
export function ProblemList({
  entity,
  workload,
  cluster,
  failures,
}: {
  entity: Entity;
  workload: Workload;
  /** Name of the cluster that it runs in. */
  cluster: string;
  failures: readonly DocumentedFailure[] | undefined;
}) {
  const classes = useStyles();
  const groups = groupProblems(workload, failures);
  if (groups.length === 0 && !workload.message) {
    return null;
  }
  return (
    // Safari drops the list's role together with its markers.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul role="list" className={classes.list}>
      {groups.length === 0 && (
        <li className={classes.item}>{workload.message}</li>
      )}
      {groups.map(group => (
        <Problem
          key={group.pods[0] + group.problem.reason}
          group={group}
          entity={entity}
          workload={workload}
          cluster={cluster}
        />
      ))}
    </ul>
  );
}

function Problem({
  group,
  entity,
  workload,
  cluster,
}: {
  group: ProblemGroup;
  entity: Entity;
  workload: Workload;
  cluster: string;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { problem, pods, matches } = group;
  const { reason, container, message, restarts, lastTermination } = problem;
  const place = { cluster, namespace: workload.namespace, pod: pods[0] };
  const named = pods.slice(0, NAMED_PODS).join(', ');
  const others = pods.length - NAMED_PODS;
  const { exitCode, finishedAt } = lastTermination ?? {};
  const facts = [
    container && t('kubernetes.container', { name: container }),
    restarts !== undefined &&
      restarts > 0 &&
      t('kubernetes.restarts', { count: restarts }),
    exitCode !== undefined &&
      finishedAt &&
      t('kubernetes.lastEnd', {
        when: formatRelative(finishedAt, Date.now(), language),
        code: String(exitCode),
      }),
  ].filter(Boolean);
  return (
    <li className={classes.item}>
      <div>
        <h4 className={classes.reason}>{reason}</h4>
        <p className={classes.message}>{lastTermination?.message ?? message}</p>
        <p className={classes.quiet}>
          {others > 0
            ? `${named} ${t('kubernetes.morePods', { count: others })}`
            : named}
          {facts.length > 0 && <> ({facts.join(', ')})</>}
        </p>
        <div className={classes.more}>
          <PodLog
            {...place}
            container={container}
            hasRestarted={(restarts ?? 0) > 0}
          />
          <PodEvents {...place} />
          <KubernetesTabLink entity={entity} />
        </div>
      </div>
      <DocumentedFix
        matches={matches}
        yaml={toYaml(group)}
        fill={markdown =>
          fillPlaceholders(markdown, {
            ...place,
            container,
            workload: workload.name,
          })
        }
        remark={markdown =>
          cluster && codeUsesCurrentContext(markdown)
            ? t('kubernetes.currentContext', { context: cluster })
            : undefined
        }
      />
    </li>
  );
}

/** The problem as the next element of `failures.items`. JSON is YAML. */
function toYaml({ problem }: ProblemGroup): string {
  const { reason, container, lastTermination } = problem;
  const message = lastTermination?.message?.split('\n')[0].slice(0, 200);
  const text = JSON.stringify;
  return [
    `- symptom: ${text(`Pods show ${reason}`)}`,
    '  cause: ""',
    '  fix: ""',
    '  match:',
    `    reason: ${reason}`,
    ...(container ? [`    container: ${container}`] : []),
    ...(message ? [`    message: ${text(message)}`] : []),
    '',
  ].join('\n');
}
