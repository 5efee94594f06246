import type {
  DocumentState,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import Paper from '@material-ui/core/Paper';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useState, type ReactNode } from 'react';
import {
  Contact,
  formatDate,
  formatRelative,
  Markdown,
  SectionLink,
  SourceFileLink,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { RollbackSummary } from '../documents';
import { GateStrip } from '../gate';
import { CoverageSummary } from './CoverageSummary';
import { DangerAlert } from './DangerAlert';

const useStyles = makeStyles(
  theme => ({
    root: {
      marginBottom: theme.spacing(2),
      padding: theme.spacing(1.5, 2.5),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.25, 1.5) },
      '@media print': { boxShadow: 'none', border: '1px solid #bbb' },
    },
    gate: {
      marginBottom: theme.spacing(1.5),
      paddingBottom: theme.spacing(1.5),
      borderBottom: `1px solid ${theme.palette.divider}`,
      '&:empty': { display: 'none' },
    },
    grid: {
      display: 'grid',
      gridTemplateColumns: '0.8fr 0.9fr 2.4fr 1fr 1.3fr',
      gap: theme.spacing(1.5, 3),
      [theme.breakpoints.down('md')]: { gridTemplateColumns: '1fr 1fr 1fr' },
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr 1fr' },
      [theme.breakpoints.down('xs')]: { gap: theme.spacing(1.25, 2) },
    },
    cell: {
      minWidth: 0,
      lineHeight: 1.5,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
    },
    wide: {
      [theme.breakpoints.down('sm')]: { gridColumn: '1 / -1' },
      '&:empty': { display: 'none' },
    },
    title: {
      margin: theme.spacing(0, 0, 0.25),
      fontSize: '0.75rem',
      fontWeight: 600,
      letterSpacing: '0.02em',
      color: theme.palette.text.secondary,
    },
    first: { fontWeight: 600 },
    more: { color: theme.palette.link },
  }),
  { name: 'HandoverGlanceStrip' },
);

function Cell({
  title,
  wide,
  children,
}: {
  title: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={wide ? `${classes.cell} ${classes.wide}` : classes.cell}>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </div>
  );
}

function Freshness({
  state,
  document,
}: {
  state: DocumentState;
  document: HandoverDocument;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  // Fixed when the strip appears: "3 days ago" need not tick.
  const [now] = useState(() => Date.now());
  const { reviewedAt, reviewedBy } = document.metadata ?? {};
  const { revision, location } = state;
  const place = revision?.location ?? location;
  return (
    <>
      <div className={classes.first}>
        {reviewedAt
          ? t('tab.glance.reviewed', {
              when: formatRelative(reviewedAt, now, language),
            })
          : t('tab.glance.neverReviewed')}
      </div>
      {reviewedAt && (
        <div>
          {[formatDate(reviewedAt, language), reviewedBy]
            .filter(Boolean)
            .join(', ')}
        </div>
      )}
      {state.reviewDueAt && !state.stale && (
        <div>
          {t('tab.glance.due', {
            date: formatDate(state.reviewDueAt.slice(0, 10), language),
          })}
        </div>
      )}
      {revision && (
        <div>
          {t(`tab.glance.revision.${revision.source}`, {
            number: `${revision.number}`,
          })}
          {place && ', '}
          {place && <SourceFileLink location={place} />}
        </div>
      )}
    </>
  );
}

export type GlanceStripProps = {
  entity: Entity;
  entityRef: string;
  state: DocumentState;
  document: HandoverDocument;
  /** Leaves out what an incident does not need. */
  incident?: boolean;
};

/** What a person who is woken up needs in the first ten seconds, and what not to touch. */
export function GlanceStrip({
  entity,
  entityRef,
  state,
  document,
  incident,
}: GlanceStripProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  const [first] = document.escalation?.levels ?? [];
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('xs'), { noSsr: true });
  const danger = <DangerAlert document={document} />;
  return (
    <>
      <Paper
        component="section"
        className={classes.root}
        aria-label={t('tab.glance.title')}
      >
        <div className={classes.gate}>
          <GateStrip entityRef={entityRef} document={document} />
        </div>
        <div className={classes.grid}>
          <Cell title={t('tab.glance.owner')}>
            {owners.length > 0 ? (
              <EntityRefLinks entityRefs={owners} />
            ) : (
              t('tab.glance.noOwner')
            )}
          </Cell>{' '}
          <Cell title={t('tab.glance.escalation')}>
            {first ? (
              <>
                <div className={classes.first}>
                  <Contact text={first.who ?? t('document.escalation.noWho')} />
                </div>
                <Contact text={first.how ?? t('document.escalation.noHow')} />
                <SectionLink className={classes.more} to="escalation">
                  {t('tab.glance.allLevels')}
                </SectionLink>
              </>
            ) : (
              t('tab.glance.noEscalation')
            )}
          </Cell>{' '}
          <Cell wide title={t('document.sections.rollback')}>
            {document.rollback?.notApplicable ? (
              <Markdown content={document.rollback.notApplicable} />
            ) : (
              <RollbackSummary rollback={document.rollback} />
            )}
            {document.rollback?.steps && (
              <SectionLink className={classes.more} to="rollback">
                {t('tab.glance.steps')}
              </SectionLink>
            )}
          </Cell>{' '}
          {/* On a phone, what can wait would push it out of the first sight. */}
          {narrow && <div className={classes.wide}>{danger}</div>}
          {!incident && (
            <>
              <Cell title={t('tab.glance.coverage')}>
                <CoverageSummary coverage={state.coverage} />
              </Cell>{' '}
              <Cell title={t('tab.glance.freshness')}>
                <Freshness state={state} document={document} />
              </Cell>
            </>
          )}
        </div>
      </Paper>
      {!narrow && danger}
    </>
  );
}
