import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import {
  documentedRollbacks,
  documentedTargets,
  type Rollback,
  rollbackOf,
  type RollbackTool,
  staleTargets,
  usesCurrentContext,
  type Workload,
  type WorkloadRevision,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import { makeStyles } from '@material-ui/core/styles';
import {
  CopyableCommand,
  formatRelative,
  Freshness,
  type HandoverPanelProps,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { useEnvironments } from '../environments';
import { workloadsByEnvironment } from './workloadsByEnvironment';
import { StateMark } from './StateMark';
import { useKubernetesReading } from './useKubernetesReading';
import { ImageName } from './WorkloadTable';

const useStyles = makeStyles(
  theme => ({
    root: { marginBottom: theme.spacing(2) },
    title: { margin: 0, fontSize: '1rem', fontWeight: 600 },
    stale: {
      margin: theme.spacing(0.5, 0),
      padding: theme.spacing(0.5, 1.5),
      borderLeft: `4px solid ${theme.palette.error.main}`,
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
      breakInside: 'avoid',
      '&:first-child': { borderTop: 0 },
    },
    name: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1.5),
      margin: 0,
      fontSize: '0.9375rem',
      fontWeight: 600,
    },
    revisions: {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: theme.spacing(0.5, 3),
      margin: theme.spacing(0.5, 0),
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
      '& dt': { fontSize: '0.75rem', color: theme.palette.text.secondary },
      '& dd': { margin: 0 },
    },
    note: {
      margin: theme.spacing(0.5, 0),
      color: theme.palette.text.secondary,
    },
    details: {
      '& summary': { cursor: 'pointer', color: theme.palette.link },
      '& ol': {
        margin: theme.spacing(0.5, 0),
        paddingLeft: theme.spacing(2.5),
      },
    },
  }),
  { name: 'HandoverKubernetesRollback' },
);

/** The revision that each workload goes back to, with the command for it. */
export function KubernetesRollback({ entity, state }: HandoverPanelProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const environments = useEnvironments();
  const reading = useKubernetesReading(entity);
  const { document } = state;
  if (reading.status !== 'ready') {
    return null;
  }
  const { data: clusters, freshness } = reading;
  const now = new Date();
  // The end of the promotion path first: it is what is rolled back.
  const rows: Row[] = workloadsByEnvironment(document, clusters, environments)
    .reverse()
    .flatMap(({ environment, reading: of, workloads }) =>
      workloads.flatMap(workload => {
        const place =
          environment ?? of?.cluster.title ?? of?.cluster.name ?? '';
        const context = of?.cluster.name;
        const rollback = rollbackOf(workload, { context, now });
        return rollback
          ? [{ environment, place, context, workload, rollback }]
          : [];
      }),
    );
  const stale = staleTargets(
    documentedTargets(document?.rollback),
    clusters.flatMap(({ workloads }) => workloads),
  );
  if (rows.length === 0) {
    return null;
  }
  const isLikely = ({ environment, workload }: Row) =>
    environment === rows[0].environment ||
    ['failing', 'degraded'].includes(workload.state);
  const likely = rows.filter(isLikely);
  const others = rows.filter(row => !isLikely(row));
  return (
    <div className={classes.root}>
      <h3 className={classes.title}>{t('kubernetes.rollback.title')}</h3>
      <Freshness freshness={freshness} silent />
      {stale.map(({ gone, step, kind, name, revision }, index) => {
        const values = {
          step: String(step + 1),
          object: `${kind}/${name}`,
          revision: String(revision),
        };
        return (
          <p key={index} role="alert" className={classes.stale}>
            {gone === 'workload'
              ? t('kubernetes.rollback.staleWorkload', values)
              : t('kubernetes.rollback.staleRevision', values)}
          </p>
        );
      })}
      <CurrentContext
        documented={document?.rollback}
        context={rows[0].context}
        place={rows[0].place}
      />
      <Targets rows={likely} documented={document?.rollback} />
      {others.length > 0 && (
        <details className={classes.details}>
          <summary>
            {t('kubernetes.rollback.others', { count: others.length })}
          </summary>
          <Targets rows={others} documented={document?.rollback} />
        </details>
      )}
    </div>
  );
}

type Row = {
  environment?: string;
  /** The environment or, where none is documented, the cluster. */
  place: string;
  /** The context of its cluster. */
  context?: string;
  workload: Workload;
  rollback: Rollback;
};

type Documented = HandoverDocument['rollback'];

/** Which context is meant where documented commands name none. */
function CurrentContext({
  documented,
  context,
  place,
}: {
  documented: Documented;
  context: string | undefined;
  place: string;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const steps = (documented?.steps ?? []).flatMap(({ command }, index) =>
    command && usesCurrentContext(command) ? [index + 1] : [],
  );
  return context && steps.length > 0 ? (
    <p className={classes.note}>
      {t('kubernetes.rollback.currentContext', {
        count: steps.length,
        steps: steps.join(', '),
        place,
        context,
      })}
    </p>
  ) : null;
}

function Targets({
  rows,
  documented,
}: {
  rows: readonly Row[];
  documented: Documented;
}) {
  const classes = useStyles();
  return (
    // Safari drops the list's role together with its markers.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul role="list" className={classes.list}>
      {rows.map(({ place, workload, rollback }) => (
        <li
          key={`${place}/${workload.namespace}/${workload.kind}/${workload.name}`}
          className={classes.item}
        >
          <Target
            place={place}
            workload={workload}
            rollback={rollback}
            documented={documented}
          />
        </li>
      ))}
    </ul>
  );
}

function Target({
  place,
  workload,
  rollback,
  documented,
}: {
  place: string;
  workload: Workload;
  rollback: Rollback;
  documented: Documented;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { current, target, command, missing, manager } = rollback;
  const { notes, lastLiveAt, stopAutoSync } = rollback;
  return (
    <>
      <h4 className={classes.name}>
        {`${place}: ${workload.kind}/${workload.name}`}
        <StateMark state={workload.state} />
      </h4>
      {(current || target) && (
        <dl className={classes.revisions}>
          {target && (
            <div>
              <dt>{t('kubernetes.rollback.target')}</dt>
              <dd>
                <Revision revision={target} />
              </dd>
            </div>
          )}
          {current && (
            <div>
              <dt>{t('kubernetes.rollback.now')}</dt>
              <dd>
                <Revision revision={current} />
              </dd>
            </div>
          )}
        </dl>
      )}
      {manager && (
        <p className={classes.note}>
          {t(`kubernetes.rollback.${manager.kind}`)}
        </p>
      )}
      {command && <DocumentedSteps rollback={documented} workload={workload} />}
      {stopAutoSync && <CopyableCommand command={stopAutoSync} />}
      {notes?.map(note => (
        <p key={note} className={classes.note}>
          {t(`kubernetes.rollback.${note}`, {
            number: String(target?.number),
            back: String((current?.number ?? 0) - (target?.number ?? 0)),
            when: lastLiveAt
              ? formatRelative(lastLiveAt, Date.now(), language)
              : '',
          } as never)}
        </p>
      ))}
      {missing && (
        <p className={classes.note}>{t(`kubernetes.rollback.${missing}`)}</p>
      )}
      {command && <CopyableCommand command={command} />}
      {workload.revisions.length > 2 && (
        <details className={classes.details}>
          <summary>{t('kubernetes.rollback.history')}</summary>
          <ol reversed>
            {workload.revisions.map(revision => (
              <li key={revision.number} value={revision.number}>
                <Revision revision={revision} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

/** Which documented steps the command stands for, and where they disagree with the cluster. */
function DocumentedSteps({
  rollback,
  workload,
}: {
  rollback: Documented;
  workload: Workload;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const textOf = (
    tool: RollbackTool,
    needs: RollbackTool | undefined,
    step: string,
  ) => {
    const documented = t(`kubernetes.rollback.tools.${tool}`);
    switch (needs) {
      case undefined:
        return t('kubernetes.rollback.step', { step });
      case 'flux':
        return t('kubernetes.rollback.notSuspended', { step, documented });
      default:
        return t('kubernetes.rollback.wrongTool', {
          step,
          documented,
          needed: t(`kubernetes.rollback.tools.${needs}`),
        });
    }
  };
  return (
    <>
      {documentedRollbacks(rollback, workload).map(
        ({ step, tool, needs }, index) => (
          <p key={index} className={needs ? classes.stale : classes.note}>
            {textOf(tool, needs, String(step + 1))}
          </p>
        ),
      )}
    </>
  );
}

function Revision({ revision }: { revision: WorkloadRevision }) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { number, images, createdAt, changeCause } = revision;
  return (
    <>
      {[
        t('kubernetes.rollback.revision', { number: String(number) }),
        createdAt && formatRelative(createdAt, Date.now(), language),
        changeCause,
      ]
        .filter(Boolean)
        .join(', ')}
      {images.map(image => (
        <ImageName key={image.container} image={image} />
      ))}
    </>
  );
}
