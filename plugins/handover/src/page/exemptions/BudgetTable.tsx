import type { ExemptionBudgets } from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import { handoverApiRef } from '../../api';
import {
  formatPercent,
  type Reading,
  ResponsiveTable,
  Unread,
  useHandoverTranslation,
  useLanguage,
  useReading,
} from '../../components';
import { EXEMPTIONS_KEY } from '../../scorecards/exemptions';
import { toOwners } from '../filters/toOwners';
import { formatCount } from '../formats';
import { Note, ViewPart } from '../frame';
import { GroupName } from '../groups/GroupName';
import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';

const INTERVAL_MS = 60_000;

const useStyles = makeStyles(
  theme => ({
    exceeded: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontWeight: 600,
      '& svg': { fontSize: '1.125rem', color: theme.palette.warning.main },
    },
  }),
  { name: 'HandoverBudgetTable' },
);

function useBudgets(state: FleetState): Reading<ExemptionBudgets> {
  const api = useApi(handoverApiRef);
  const query = toOwners(state.filters);
  return useReading<ExemptionBudgets>({
    key: [...EXEMPTIONS_KEY, 'budgets', query],
    read: ({ signal }) => api.exemptions.listBudgets(query, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}

/** How much of their checks owners are exempt from. Nothing if none is. */
export function BudgetTable({
  state,
  actions,
}: {
  state: FleetState;
  actions: FleetStateActions;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const reading = useBudgets(state);
  if (reading.status === 'failed') {
    return (
      <Unread
        reading={reading}
        message={t('page.exemptions.budgetsFailed', {
          message: reading.error.message,
        })}
      />
    );
  }
  if (reading.status !== 'ready' || reading.data.items.length === 0) {
    return null;
  }
  const { items, budget, omitted } = reading.data;
  return (
    <ViewPart title={t('page.exemptions.budgets')}>
      <ResponsiveTable
        caption={t('page.exemptions.budgets')}
        columns={[
          t('page.exemptions.owner'),
          t('page.exemptions.exempt'),
          t('page.exemptions.checks'),
          t('page.exemptions.share'),
        ]}
        rows={items.map(({ owner, exempt, checks, exceeded }) => {
          const share = formatPercent(exempt / checks, language);
          return [
            <GroupName
              key="owner"
              entityRef={owner || undefined}
              state={{ ...state, by: 'owner' }}
              actions={actions}
            />,
            formatCount(exempt, language),
            formatCount(checks, language),
            exceeded ? (
              <span key="share" className={classes.exceeded}>
                <WarningIcon aria-hidden />
                {t('page.exemptions.exceeded', {
                  share,
                  budget: formatPercent(budget, language),
                })}
              </span>
            ) : (
              share
            ),
          ];
        })}
      />
      {omitted > 0 && (
        <Note>{t('page.exemptions.omitted', { count: omitted })}</Note>
      )}
    </ViewPart>
  );
}
