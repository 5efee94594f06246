import type { MeasuredTrigger } from '@backstage-handover/plugin-handover-common';
import { formatDuration } from './duration';
import { formatMeasure } from './formatMeasure';
import { useHandoverTranslation } from './useHandoverTranslation';
import { useLanguage } from './useLanguage';

/** When a trigger with a query is met, in a sentence. */
export function TriggerCondition({
  trigger: { above, below, for: hold, unit },
}: {
  trigger: Pick<MeasuredTrigger, 'above' | 'below' | 'for' | 'unit'>;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const limit = above ?? below;
  if (limit === undefined) {
    return null;
  }
  const side = above === undefined ? 'below' : 'above';
  const words = { limit: formatMeasure(limit, unit, language) };
  return (
    <>
      {hold === undefined
        ? t(`triggers.metWhen.${side}`, words)
        : t(`triggers.metWhen.${side}For`, {
            ...words,
            duration: formatDuration(hold, language),
          })}
    </>
  );
}
