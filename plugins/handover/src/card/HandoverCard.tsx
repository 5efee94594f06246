import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityInfoCard,
  EntityRefLinks,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { DocumentState } from '@backstage-handover/plugin-handover-common';
import { Link } from 'react-router-dom';
import {
  Button,
  formatDate,
  Freshness,
  ReadingsProvider,
  TermList,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { GateSummary } from '../gate';
import { EntityHealth, isInKubernetes } from '../kubernetes';
import { useHandover } from '../documents';
import { DraftLink } from '../tab/DraftLink';
import { LevelRows } from './LevelRows';

const useStyles = makeStyles(
  theme => ({
    health: { marginBottom: theme.spacing(1.5) },
    bar: { height: 6, borderRadius: 3, marginTop: theme.spacing(0.5) },
    warning: {
      display: 'flex',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0, 0),
      '& svg': { color: theme.palette.warning.main },
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1.5),
      marginTop: theme.spacing(1.5),
    },
    loading: { minHeight: 120 },
  }),
  { name: 'HandoverCard' },
);

/** What a reader of the card must know about the document before relying on it. */
function trouble(state: DocumentState) {
  if (state.status === 'invalid' || state.status === 'unreachable') {
    return `card.${state.status}` as const;
  }
  return state.stale ? ('card.stale' as const) : undefined;
}

export type HandoverCardProps = {
  /** Path of the entity's Handover tab. */
  tabPath: string;
};

/** What is wrong now, coverage, gate, levels and owner at a glance, and the way to the tab. */
export function HandoverCard(props: HandoverCardProps) {
  return (
    <ReadingsProvider>
      <Card {...props} />
    </ReadingsProvider>
  );
}

function Card({ tabPath }: HandoverCardProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const result = useHandover(entityRef);
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);

  if (result.kind === 'loading') {
    return (
      <EntityInfoCard title={t('card.title')}>
        <div className={classes.loading} aria-busy>
          <LinearProgress aria-label={t('tab.loading')} />
        </div>
      </EntityInfoCard>
    );
  }
  if (result.kind === 'failed') {
    return (
      <EntityInfoCard title={t('card.title')}>
        <p role="alert">{t('card.failed')}</p>
        <Button
          variant="outlined"
          disabled={result.retrying}
          onClick={result.retry}
        >
          {t('common.retry')}
        </Button>
      </EntityInfoCard>
    );
  }
  const percent = Math.floor(result.state.coverage.ratio * 100);
  const warning = trouble(result.state);
  return (
    <EntityInfoCard title={t('card.title')}>
      {result.kind === 'missing' && <p>{t('card.missing')}</p>}
      {result.kind === 'unreadable' && <p>{t('card.noCoverage')}</p>}
      {isInKubernetes(entity) && (
        <div className={classes.health}>
          <EntityHealth
            entity={entity}
            document={result.kind === 'present' ? result.document : undefined}
            showIncidentLink
            tabPath={tabPath}
          />
        </div>
      )}
      <TermList>
        {result.kind === 'present' && (
          <>
            <dt>{t('card.coverage')}</dt>
            <dd>
              {new Intl.NumberFormat(language, { style: 'percent' }).format(
                percent / 100,
              )}
              <LinearProgress
                className={classes.bar}
                variant="determinate"
                value={percent}
                aria-label={t('card.coverage')}
              />
            </dd>
            <dt>{t('card.gate')}</dt>
            <dd>
              <GateSummary entityRef={entityRef} />
            </dd>
          </>
        )}
        <LevelRows entityRef={entityRef} tabPath={tabPath} />
        <dt>{t('card.owner')}</dt>
        <dd>
          {owners.length > 0 ? (
            <EntityRefLinks entityRefs={owners} />
          ) : (
            t('card.noOwner')
          )}
        </dd>
      </TermList>
      {result.kind === 'present' && warning && (
        <p className={classes.warning}>
          <WarningIcon fontSize="small" aria-hidden />
          {t(warning)}
        </p>
      )}
      {result.state.catalogOutdatedSince && (
        <p className={classes.warning}>
          <WarningIcon fontSize="small" aria-hidden />
          {t('card.catalogOutdated', {
            date: formatDate(result.state.catalogOutdatedSince, language),
          })}
        </p>
      )}
      <Freshness quiet freshness={result.freshness} />
      <div className={classes.actions}>
        {result.kind === 'missing' && <DraftLink entity={entity} />}
        {/* Leads to another page: a link, though Material UI calls it a button. */}
        <Button
          variant="outlined"
          component={Link}
          to={tabPath}
          role={undefined}
        >
          {t(result.kind === 'missing' ? 'card.write' : 'card.open')}
        </Button>
      </div>
    </EntityInfoCard>
  );
}
