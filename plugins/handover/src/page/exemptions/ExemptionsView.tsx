import {
  Freshness,
  LabelledSelect,
  useHandoverTranslation,
} from '../../components';
import { MAX_EXEMPTIONS, useExemptionPage } from '../../scorecards/exemptions';
import { Bar, Note, ViewContent, ViewFrame } from '../frame';
import { EXEMPTION_SELECTIONS, type FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { BudgetTable } from './BudgetTable';
import { ExemptionTable } from './ExemptionTable';
import { toQuery } from './toQuery';

/** The exemptions of all services, and how much of their checks owners are exempt from. */
export function ExemptionsView({
  state,
  actions,
}: {
  state: FleetState;
  actions: FleetStateActions;
}) {
  const { t } = useHandoverTranslation();
  const { owner, ownerTree, ...others } = state.filters;
  const reading = useExemptionPage(toQuery(state));
  return (
    <ViewFrame title={t('page.exemptions.title')}>
      <Bar>
        <LabelledSelect
          label={t('page.exemptions.show')}
          value={state.exemptions}
          options={EXEMPTION_SELECTIONS.map(value => ({
            value,
            label: t(`page.exemptions.selection.${value}`),
          }))}
          onChange={value =>
            actions.update({
              exemptions: EXEMPTION_SELECTIONS.find(each => each === value),
            })
          }
        />
        {reading.status === 'ready' && (
          <>
            <span>
              {t('page.exemptions.total', { count: reading.data.totalItems })}
            </span>
            <Freshness quiet freshness={reading.freshness} />
          </>
        )}
      </Bar>
      {Object.values(others).some(value => value !== undefined) && (
        <Note>{t('page.exemptions.filters')}</Note>
      )}
      <ViewContent
        reading={reading}
        loading={t('page.exemptions.loading')}
        failed={message => t('page.exemptions.failed', { message })}
      >
        {({ items, totalItems }) => (
          <>
            {items.length === 0 ? (
              <Note>{t('page.exemptions.nothing')}</Note>
            ) : (
              <ExemptionTable
                items={items}
                caption={t('page.exemptions.title')}
              />
            )}
            {totalItems > items.length && (
              <Note>
                {t('page.exemptions.first', { limit: String(MAX_EXEMPTIONS) })}
              </Note>
            )}
          </>
        )}
      </ViewContent>
      <BudgetTable state={state} actions={actions} />
    </ViewFrame>
  );
}
