import {
  Freshness,
  LabelledSelect,
  useHandoverTranslation,
} from '../../components';
import { Bar, Note, ViewContent, ViewFrame } from '../frame';
import { FirstPage, Paging } from '../services/Paging';
import { INITIATIVE_SELECTIONS } from '../state/fleetState';
import { NewInitiative } from './form/NewInitiative';
import type { InitiativesViewProps } from './InitiativesView';
import { InitiativeTable } from './InitiativeTable';
import { toQuery } from './toQuery';
import { useInitiativePage } from './useInitiatives';
import { useManages } from './useManages';

/** The initiatives, those that end first before others, a page at a time. */
export function InitiativeList(props: InitiativesViewProps) {
  const { state, actions } = props;
  const { t } = useHandoverTranslation();
  const { manages } = useManages();
  const reading = useInitiativePage(toQuery(state));
  const { owner, ownerTree, ...others } = state.filters;
  return (
    <ViewFrame title={t('initiatives.title')}>
      <Bar>
        <LabelledSelect
          label={t('initiatives.show')}
          value={state.initiatives}
          options={INITIATIVE_SELECTIONS.map(value => ({
            value,
            label: t(`initiatives.selection.${value}`),
          }))}
          onChange={value =>
            actions.update({
              initiatives: INITIATIVE_SELECTIONS.find(each => each === value),
            })
          }
        />
        {reading.status === 'ready' && (
          <>
            <span role="status">
              {t('initiatives.total', { count: reading.data.totalItems })}
            </span>
            <Freshness quiet freshness={reading.freshness} />
          </>
        )}
        {manages && (
          <NewInitiative
            onCreated={({ id }) => actions.update({ initiative: id })}
          />
        )}
      </Bar>
      {Object.values(others).some(value => value !== undefined) && (
        <Note>{t('initiatives.filters')}</Note>
      )}
      <ViewContent
        reading={reading}
        loading={t('initiatives.loading')}
        failed={message => t('initiatives.failed', { message })}
        action={<FirstPage {...props} />}
      >
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? (
              <Nothing {...props} />
            ) : (
              <InitiativeTable items={items} actions={actions} />
            )}
            <Paging
              isFirst={!state.cursor}
              nextCursor={nextCursor}
              actions={actions}
            />
          </>
        )}
      </ViewContent>
    </ViewFrame>
  );
}

/** Also says what an initiative is, and who can create one, unless a single state is chosen. */
function Nothing({ state: { initiatives } }: InitiativesViewProps) {
  const { t } = useHandoverTranslation();
  const { isKnown, manages } = useManages();
  const isAboutAll = initiatives === 'open' || initiatives === 'all';
  return (
    <>
      <Note>{t('initiatives.nothing')}</Note>
      {isAboutAll && <Note>{t('initiatives.whatItIs')}</Note>}
      {isAboutAll && isKnown && !manages && (
        <Note>{t('initiatives.whoManages')}</Note>
      )}
    </>
  );
}
