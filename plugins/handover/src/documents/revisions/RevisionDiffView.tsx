import { useApi } from '@backstage/frontend-plugin-api';
import type { DocumentChange } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import AddedIcon from '@material-ui/icons/AddCircleOutline';
import ChangedIcon from '@material-ui/icons/EditOutlined';
import MovedIcon from '@material-ui/icons/SwapVert';
import RemovedIcon from '@material-ui/icons/RemoveCircleOutline';
import { useState } from 'react';
import { handoverApiRef } from '../../api';
import { Button, useHandoverTranslation, useReading } from '../../components';
import { bySection, pathInSection, valueText } from './changeText';
import { WordDiff } from './WordDiff';

const useStyles = makeStyles(
  theme => ({
    title: { margin: 0, fontSize: '1rem', fontWeight: 700 },
    section: { marginTop: theme.spacing(1.5) },
    sectionTitle: {
      margin: theme.spacing(0, 0, 0.5),
      fontSize: '0.875rem',
      fontWeight: 700,
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: '0.875rem',
      lineHeight: 1.5,
    },
    body: { flex: 1, minWidth: 0 },
    icon: { fontSize: '1.25rem', flex: 'none' },
    added: { color: theme.palette.success.main },
    removed: { color: theme.palette.error.main },
    changed: { color: theme.palette.warning.main },
    moved: { color: theme.palette.text.secondary },
    kind: { fontWeight: 700 },
    path: { color: theme.palette.text.secondary },
    value: {
      margin: 0,
      fontFamily: 'inherit',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HandoverRevisionDiff' },
);

const ICONS = {
  added: AddedIcon,
  removed: RemovedIcon,
  changed: ChangedIcon,
  moved: MovedIcon,
};

/** More than this at once would be slow to draw and nothing to read. */
const SHOWN_AT_ONCE = 100;

function ChangeItem({ change }: { change: DocumentChange }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const Icon = ICONS[change.kind];
  const path = pathInSection(change);
  return (
    <li className={classes.item}>
      <Icon className={`${classes.icon} ${classes[change.kind]}`} aria-hidden />
      <div className={classes.body}>
        <span className={classes.kind}>
          {t(`revisions.diff.${change.kind}`)}
        </span>
        {change.item && <> “{change.item}”</>}
        {path && <span className={classes.path}> {path}</span>}
        {change.kind === 'moved' && (
          <>
            {' '}
            {t('revisions.diff.movedFromTo', {
              from: String(change.from + 1),
              to: String(change.to + 1),
            })}
          </>
        )}
        {change.kind === 'changed' && (
          <WordDiff
            before={valueText(change.before)}
            after={valueText(change.after)}
          />
        )}
        {change.kind === 'added' && (
          <pre className={classes.value}>{valueText(change.after)}</pre>
        )}
        {change.kind === 'removed' && (
          <pre className={classes.value}>
            <del>{valueText(change.before)}</del>
          </pre>
        )}
      </div>
    </li>
  );
}

function ChangeList({ changes }: { changes: DocumentChange[] }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const sectionTitle = (section: DocumentChange['section']) =>
    section === 'metadata'
      ? t('revisions.diff.metadata')
      : t(`document.sections.${section}`);
  const left = changes.length - shown;
  return (
    <>
      {bySection(changes.slice(0, shown)).map(({ section, changes: list }) => (
        <div key={section} className={classes.section}>
          <h4 className={classes.sectionTitle}>{sectionTitle(section)}</h4>
          <ul className={classes.list} aria-label={sectionTitle(section)}>
            {list.map((change, index) => (
              <ChangeItem key={index} change={change} />
            ))}
          </ul>
        </div>
      ))}
      {left > 0 && (
        <Button
          size="small"
          onClick={() => setShown(count => count + SHOWN_AT_ONCE)}
        >
          {t('revisions.diff.more', { count: left })}
        </Button>
      )}
    </>
  );
}

export type RevisionDiffViewProps = {
  entityRef: string;
  from: number;
  to: number;
};

/** What changed between two revisions, by section and list item. */
export function RevisionDiffView(props: RevisionDiffViewProps) {
  const { entityRef, from, to } = props;
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const api = useApi(handoverApiRef);
  // Two revisions never change, nor does what changed between them.
  const reading = useReading({
    key: ['documents', entityRef, 'diff', from, to],
    read: () => api.documents.getDiff(entityRef, { from, to }),
  });
  return (
    <section aria-busy={reading.status === 'loading'}>
      <h3 className={classes.title} aria-live="polite">
        {t('revisions.diff.title', { from: String(from), to: String(to) })}
      </h3>
      {reading.status === 'loading' && (
        <p role="status">{t('revisions.diff.loading')}</p>
      )}
      {reading.status === 'failed' && (
        <p role="alert">
          {t('revisions.diff.failed', { message: reading.error.message })}{' '}
          <Button
            size="small"
            variant="outlined"
            disabled={reading.isRetrying}
            onClick={reading.retry}
          >
            {t('revisions.retry')}
          </Button>
        </p>
      )}
      {reading.status === 'ready' && reading.data.changes.length === 0 && (
        <p>{t('revisions.diff.same')}</p>
      )}
      {reading.status === 'ready' && (
        <ChangeList key={`${from}-${to}`} changes={reading.data.changes} />
      )}
    </section>
  );
}
