import type { FleetFigures } from '@backstage-handover/plugin-handover-common';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import {
  Button,
  combineFreshness,
  formatPercent,
  Freshness,
  ReadingsProvider,
  Unread,
  TermList,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { formatCount } from '../page/formats';
import { useScorecardList } from '../page/scorecards/useScorecardCounts';
import { ShareBar } from '../page/services/cells';
import { searchOf } from '../page/state/fleetState';
import { useSummary } from '../page/useFleet';
import { ScorecardRollUp } from './ScorecardRollUp';
import { scopeOf } from './scopeOf';

const useStyles = makeStyles(
  theme => ({
    scope: { margin: theme.spacing(0, 0, 1.5) },
    actions: { marginTop: theme.spacing(1.5) },
    loading: { minHeight: 120 },
  }),
  { name: 'HandoverRollUpCard' },
);

export type RollUpCardProps = {
  /** Path of the page of all handovers; absent if the app has none. */
  pagePath?: string;
};

/**
 * How far the handovers of a group, system or domain are. A group counts with
 * every group below it.
 */
export function RollUpCard(props: RollUpCardProps) {
  const { t } = useHandoverTranslation();
  return (
    <EntityInfoCard title={t('rollup.title')}>
      <ReadingsProvider>
        <RollUp {...props} />
      </ReadingsProvider>
    </EntityInfoCard>
  );
}

function RollUp({ pagePath }: RollUpCardProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { entity } = useEntity();
  const { kind, filters } = scopeOf(entity);
  const summary = useSummary(filters);
  const scorecards = useScorecardList();
  const failed = [summary, scorecards].find(
    reading => reading.status === 'failed',
  );
  if (failed) {
    return (
      <Unread
        reading={failed}
        message={t('rollup.failed', { message: failed.error.message })}
      />
    );
  }
  if (summary.status !== 'ready' || scorecards.status !== 'ready') {
    return (
      <div className={classes.loading} aria-busy>
        <LinearProgress aria-label={t('rollup.loading')} />
      </div>
    );
  }
  const { totals } = summary.data;
  const { items } = scorecards.data;
  return (
    <>
      <p className={classes.scope}>{t(`rollup.scope.${kind}`)}</p>
      {totals.services === 0 ? (
        <p>{t('rollup.nothing')}</p>
      ) : (
        <>
          <Figures figures={totals} />
          {items.length === 0 && <p>{t('rollup.noScorecard')}</p>}
          {items.map(scorecard => (
            <ScorecardRollUp
              key={scorecard.name}
              scorecard={scorecard}
              filters={filters}
              pagePath={pagePath}
            />
          ))}
        </>
      )}
      <Freshness
        quiet
        freshness={combineFreshness(summary.freshness, scorecards.freshness)}
      />
      {pagePath && totals.services > 0 && (
        <div className={classes.actions}>
          {/* Leads to another page: a link, though Material UI calls it a button. */}
          <Button
            variant="outlined"
            component={Link}
            to={`${pagePath}${searchOf({ filters })}`}
            role={undefined}
          >
            {t('rollup.open')}
          </Button>
        </div>
      )}
    </>
  );
}

function Figures({
  figures: { services, meanCoverage, stale },
}: {
  figures: FleetFigures;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  return (
    <TermList>
      <dt>{t('rollup.services')}</dt>
      <dd>{formatCount(services, language)}</dd>
      {meanCoverage !== undefined && (
        <>
          <dt>{t('rollup.coverage')}</dt>
          <dd>
            <ShareBar ratio={meanCoverage} />
          </dd>
        </>
      )}
      <dt>{t('rollup.stale')}</dt>
      <dd>
        {t('rollup.staleShare', {
          stale: formatCount(stale, language),
          share: formatPercent(stale / services, language),
        })}
      </dd>
    </TermList>
  );
}
