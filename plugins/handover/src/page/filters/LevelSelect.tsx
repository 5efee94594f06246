import type { DocumentFilters } from '@backstage-handover/plugin-handover-common';
import { LabelledSelect, useHandoverTranslation } from '../../components';
import { useScorecardList } from '../scorecards/useScorecardCounts';

/** Stands between the levels of a filter that has several. */
const SEPARATOR = ', ';

/** Chooses a level of a scorecard. Nothing where no scorecard is in force. */
export function LevelSelect({
  filters: { level = [] },
  onFilter,
}: {
  filters: DocumentFilters;
  onFilter: (change: DocumentFilters) => void;
}) {
  const { t } = useHandoverTranslation();
  const scorecards = useScorecardList();
  const levels =
    scorecards.status === 'ready'
      ? scorecards.data.items.flatMap(({ name, title, levels: own }) =>
          [{ id: 'none', title: t('page.scorecards.noLevel') }, ...own].map(
            each => ({
              value: `${name}:${each.id}`,
              label: t('page.filters.levelOf', {
                scorecard: title,
                level: each.title,
              }),
            }),
          ),
        )
      : [];
  const value = level.join(SEPARATOR);
  const isListed = levels.some(each => each.value === value);
  if (levels.length === 0 && !value) {
    return null;
  }
  return (
    <LabelledSelect
      label={t('page.filters.level')}
      value={value}
      options={[
        { value: '', label: t('page.filters.levelAny') },
        ...levels,
        // What an address says, even if it cannot be chosen here.
        ...(value && !isListed ? [{ value, label: value }] : []),
      ]}
      onChange={next =>
        onFilter({ level: next ? next.split(SEPARATOR) : undefined })
      }
    />
  );
}
