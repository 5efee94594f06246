import type { DocumentSummary } from '@backstage-handover/plugin-handover-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import {
  EntityRefLink,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatDate,
  formatRelative,
  useHandoverTranslation,
  useLanguage,
  formatPercent,
} from '../../components';
import { StatusMark } from '../StatusMark';

const useStyles = makeStyles(
  theme => ({
    kind: {
      display: 'block',
      color: theme.palette.text.secondary,
      fontSize: '0.75rem',
      fontWeight: 400,
    },
    coverage: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
    number: {
      minWidth: '2.5rem',
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
    bar: {
      flex: '1 1 3rem',
      minWidth: 32,
      maxWidth: 120,
      height: 6,
      borderRadius: 3,
      backgroundColor: theme.palette.action.selected,
      overflow: 'hidden',
    },
    filled: { height: '100%', backgroundColor: theme.palette.text.secondary },
    overdue: { fontWeight: 600 },
  }),
  { name: 'HandoverFleetCells' },
);

type ItemProps = { item: DocumentSummary };

/** The title, which leads to the tab. The kind is there unless it is the usual one. */
export function ServiceName({
  item: { entityRef, title },
}: {
  item: Pick<DocumentSummary, 'entityRef' | 'title'>;
}) {
  const classes = useStyles();
  const entityLink = useEntityRefLink();
  const { kind, name, namespace } = parseEntityRef(entityRef);
  const more = [
    ...(kind === 'component' ? [] : [kind]),
    ...(namespace === 'default' ? [] : [namespace]),
  ];
  return (
    <>
      <Link to={`${entityLink(entityRef)}/handover`}>{title ?? name}</Link>
      {more.length > 0 && (
        <span className={classes.kind}>{more.join(', ')}</span>
      )}
    </>
  );
}

export function EntityLink({ entityRef }: { entityRef: string }) {
  return <EntityRefLink entityRef={entityRef} hideIcon disableTooltip />;
}

export function Statuses({ item: { status, stale } }: ItemProps) {
  return (
    <>
      <StatusMark status={status} />
      {stale && <StatusMark status="stale" />}
    </>
  );
}

/** A share as a percentage, with a bar beside it. */
export function ShareBar({ ratio }: { ratio: number }) {
  const classes = useStyles();
  const language = useLanguage();
  return (
    <span className={classes.coverage}>
      <span className={classes.number}>{formatPercent(ratio, language)}</span>
      <span className={classes.bar} aria-hidden>
        <div className={classes.filled} style={{ width: `${ratio * 100}%` }} />
      </span>
    </span>
  );
}

/** Whether there is something to say about the review of a handover. */
export function hasReview({ stale, reviewDueAt }: DocumentSummary): boolean {
  return stale || reviewDueAt !== undefined;
}

export function ReviewDue({ item: { stale, reviewDueAt } }: ItemProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  if (!reviewDueAt) {
    return <span className={classes.overdue}>{t('page.services.never')}</span>;
  }
  const date = formatDate(reviewDueAt.slice(0, 10), language);
  return stale ? (
    <span className={classes.overdue}>
      {date}, {t('page.services.overdue')}
    </span>
  ) : (
    <>{date}</>
  );
}

export function Updated({ at }: { at: string }) {
  const language = useLanguage();
  return (
    <time dateTime={at} title={formatDate(at, language)}>
      {formatRelative(at, Date.now(), language)}
    </time>
  );
}
