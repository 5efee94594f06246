import {
  Freshness,
  LabelledSelect,
  useHandoverTranslation,
  useLanguage,
} from '../../../components';
import { formatCount } from '../../formats';
import { Bar, Note, ViewContent, ViewPart } from '../../frame';
import { COMPARED_DAYS } from '../../state/fleetState';
import type { ScorecardProps } from '../ScorecardProps';
import { useScorecardChanges } from '../useScorecardChanges';
import { OwnerChangeTable } from './OwnerChangeTable';
import { ServiceChangeTable } from './ServiceChangeTable';

/** Where scores rose and fell most over a time that the viewer chooses. */
export function ChangesPart(props: ScorecardProps) {
  const { scorecard, state, actions } = props;
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const reading = useScorecardChanges(
    scorecard.name,
    state.filters,
    state.days,
  );
  return (
    <ViewPart
      title={t('page.scorecards.changes.title', { title: scorecard.title })}
    >
      <Bar>
        <LabelledSelect
          label={t('page.scorecards.changes.since')}
          value={String(state.days)}
          options={COMPARED_DAYS.map(days => ({
            value: String(days),
            label: t('page.scorecards.daysAgo', { days: String(days) }),
          }))}
          onChange={value =>
            actions.update({
              days: COMPARED_DAYS.find(each => String(each) === value),
            })
          }
        />
        {reading.status === 'ready' && (
          <>
            <span role="status">
              {t('page.scorecards.changes.moved', {
                gained: formatCount(reading.data.gained, language),
                lost: formatCount(reading.data.lost, language),
                services: formatCount(reading.data.entities, language),
              })}
            </span>
            <Freshness quiet freshness={reading.freshness} />
          </>
        )}
      </Bar>
      <ViewContent
        reading={reading}
        loading={t('page.scorecards.changes.loading')}
        failed={message => t('page.scorecards.changes.failed', { message })}
        height={160}
      >
        {({ owners, services }) => (
          <>
            {services.gains.length + services.drops.length === 0 && (
              <Note>{t('page.scorecards.changes.nothing')}</Note>
            )}
            <OwnerChangeTable
              {...props}
              changes={[...owners.gains, ...owners.drops]}
            />
            <ServiceChangeTable
              scorecard={scorecard}
              changes={[...services.gains, ...services.drops]}
            />
          </>
        )}
      </ViewContent>
    </ViewPart>
  );
}
