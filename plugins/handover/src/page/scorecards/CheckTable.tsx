import type {
  Outcome,
  ScorecardCounts,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import {
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { formatCount } from '../formats';

const OUTCOMES: readonly Outcome[] = [
  'fail',
  'unknown',
  'pass',
  'exempt',
  'notApplicable',
];

/** The outcomes of each check, those that hold most services back first. */
export function CheckTable({
  scorecard: { title, levels, checks },
  counts,
}: {
  scorecard: ScorecardDetails;
  counts: ScorecardCounts;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const open = (id: string) =>
    (counts.checks[id]?.fail ?? 0) + (counts.checks[id]?.unknown ?? 0);
  return (
    <ResponsiveTable
      caption={t('page.scorecards.checks', { title })}
      columns={[
        t('page.scorecards.check'),
        t('page.scorecards.level'),
        ...OUTCOMES.map(outcome => t(`scorecards.outcome.${outcome}`)),
      ]}
      rows={[...checks]
        .sort((a, b) => open(b.id) - open(a.id))
        .map(check => [
          check.title,
          levels.find(({ id }) => id === check.level)?.title ?? check.level,
          ...OUTCOMES.map(outcome =>
            formatCount(counts.checks[check.id]?.[outcome] ?? 0, language),
          ),
        ])}
    />
  );
}
