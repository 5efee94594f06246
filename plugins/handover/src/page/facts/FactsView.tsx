import { Freshness, useHandoverTranslation } from '../../components';
import { CommittedField } from '../filters/CommittedField';
import { Bar, Note, ViewContent, ViewFrame } from '../frame';
import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { FactTable } from './FactTable';
import { useFacts } from './useFacts';

/** The facts that conditions of scorecards can name, and the checks that use them. */
export function FactsView({
  state,
  actions,
}: {
  state: FleetState;
  actions: FleetStateActions;
}) {
  const { t } = useHandoverTranslation();
  const reading = useFacts();
  const words = (state.facts ?? '').toLocaleLowerCase().split(/\s+/);
  const found =
    reading.status === 'ready'
      ? reading.data.facts.filter(({ name, description }) => {
          const text = `${name} ${description}`.toLocaleLowerCase();
          return words.every(word => text.includes(word));
        })
      : [];
  return (
    <ViewFrame title={t('page.facts.title')}>
      <Bar>
        <CommittedField
          label={t('page.facts.search')}
          type="search"
          value={state.facts ?? ''}
          onCommit={facts =>
            actions.update({ facts: facts || undefined }, { replace: true })
          }
        />
        {reading.status === 'ready' && (
          <>
            <span role="status">
              {t('page.facts.total', { count: found.length })}
            </span>
            <Freshness quiet freshness={reading.freshness} />
          </>
        )}
      </Bar>
      {Object.values(state.filters).some(value => value !== undefined) && (
        <Note>{t('page.facts.filters')}</Note>
      )}
      <ViewContent
        reading={reading}
        loading={t('page.facts.loading')}
        failed={message => t('page.facts.failed', { message })}
      >
        {({ scorecards }) =>
          found.length === 0 ? (
            <Note>{t('page.facts.nothing')}</Note>
          ) : (
            <FactTable facts={found} scorecards={scorecards} />
          )
        }
      </ViewContent>
    </ViewFrame>
  );
}
