import type { InitiativeDefinition } from '@backstage-handover/plugin-handover-common';
import { ItemList, useHandoverTranslation } from '../../components';
import { useScorecardList } from '../scorecards/useScorecardCounts';

/** What an initiative wants, by titles; by ids as long as they are not known. */
export function TargetText({
  initiative: { scorecard: name, target },
}: {
  initiative: Pick<InitiativeDefinition, 'scorecard' | 'target'>;
}) {
  const { t } = useHandoverTranslation();
  const scorecards = useScorecardList();
  const found =
    scorecards.status === 'ready'
      ? scorecards.data.items.find(each => each.name === name)
      : undefined;
  const scorecard = found?.title ?? name;
  const titleOf = (all: { id: string; title: string }[] = [], id: string) =>
    all.find(each => each.id === id)?.title ?? id;
  if ('level' in target) {
    return (
      <>
        {t('initiatives.levelTarget', {
          level: titleOf(found?.levels, target.level),
          scorecard,
        })}
      </>
    );
  }
  return (
    <>
      <ItemList items={target.checks.map(id => titleOf(found?.checks, id))} />
      {t('initiatives.checksTarget', { scorecard })}
    </>
  );
}
