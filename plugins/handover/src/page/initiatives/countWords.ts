import type { InitiativeCounts } from '@backstage-handover/plugin-handover-common';
import type { useHandoverTranslation } from '../../components';
import { formatCount } from '../formats';

export function totalOf({ reached, open, unknown }: InitiativeCounts): number {
  return reached + open + unknown;
}

/** "12 of 40 reached, 3 unknown". */
export function countWords(
  counts: InitiativeCounts,
  t: ReturnType<typeof useHandoverTranslation>['t'],
  language: string,
): string {
  const total = totalOf(counts);
  if (total === 0) {
    return t('initiatives.noService');
  }
  const words = {
    reached: formatCount(counts.reached, language),
    total: formatCount(total, language),
    unknown: formatCount(counts.unknown, language),
  };
  return counts.unknown > 0
    ? t('initiatives.countsUnknown', words)
    : t('initiatives.counts', words);
}
