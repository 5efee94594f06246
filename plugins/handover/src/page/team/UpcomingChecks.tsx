import type { OpenCheckPage } from '@backstage-handover/plugin-handover-common';
import {
  formatDate,
  ResponsiveTable,
  Unread,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { formatCount } from '../formats';
import { Note, ViewPart } from '../frame';
import type { FleetState } from '../state/fleetState';
import {
  Check,
  Effort,
  Exemption,
  Fix,
  type Item,
  itemsOf,
  Service,
} from './openCheckCells';
import { useUpcomingChecks } from './useOpenChecks';

/** Checks that services do not pass and that begin to count later. Nothing if there is none. */
export function UpcomingChecks({
  ownership,
  state,
}: {
  ownership: string[];
  state: FleetState;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const reading = useUpcomingChecks(ownership, state);
  if (reading.status === 'loading') {
    return null;
  }
  if (reading.status === 'failed') {
    return (
      <Unread
        reading={reading}
        message={t('page.team.upcoming.failed', {
          message: reading.error.message,
        })}
      />
    );
  }
  const { items, totalItems } = reading.data;
  return items.length === 0 ? null : (
    <ViewPart title={t('page.team.upcoming.title')} isBusy={reading.isPrevious}>
      <Note>{t('page.team.upcoming.explanation')}</Note>
      <UpcomingTable page={reading.data} />
      {totalItems > items.length && (
        <Note>
          {t('page.team.upcoming.first', {
            limit: `${items.length}`,
            total: formatCount(totalItems, language),
          })}
        </Note>
      )}
    </ViewPart>
  );
}

function UpcomingTable({ page }: { page: OpenCheckPage }) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  return (
    <ResponsiveTable
      listsUpTo="sm"
      caption={t('page.team.upcoming.caption')}
      columns={[
        t('page.team.upcoming.day'),
        t('page.team.service'),
        t('page.team.check'),
        t('page.team.upcoming.cost'),
        t('page.team.effort'),
        t('page.team.fix'),
        t('page.team.exemption'),
      ]}
      rows={itemsOf(page).map(item => [
        item.check.enforcedFrom &&
          formatDate(item.check.enforcedFrom, language),
        <Service key="service" {...item} />,
        <Check key="check" {...item} />,
        <Cost key="cost" {...item} />,
        <Effort key="effort" {...item} />,
        <Fix key="fix" {...item} />,
        <Exemption key="exemption" {...item} />,
      ])}
    />
  );
}

/** What happens to the level, and the weight that the score does not get. */
function Cost({ open: { upcoming }, scorecard, check }: Item) {
  const { t } = useHandoverTranslation();
  const titleOf = (level: string | undefined) =>
    scorecard.levels.find(({ id }) => id === level)?.title ??
    t('page.team.upcoming.noLevel');
  const level = () => {
    if (!upcoming) {
      return t('page.team.upcoming.notEvaluated');
    }
    return upcoming.level === upcoming.levelThen
      ? t('page.team.upcoming.kept', { level: titleOf(upcoming.level) })
      : t('page.team.upcoming.lost', {
          level: titleOf(upcoming.level),
          then: titleOf(upcoming.levelThen),
        });
  };
  return (
    <>
      <div>{level()}</div>
      <div>{t('page.team.upcoming.weight', { weight: `${check.weight}` })}</div>
    </>
  );
}
