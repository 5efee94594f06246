import type { InitiativeForecast } from '@backstage-handover/plugin-handover-common';
import { formatDate, type useHandoverTranslation } from '../../components';
import { daysBetween } from './days';

/** When the rest is reached, in a sentence. */
export function forecastWords(
  forecast: InitiativeForecast,
  {
    endsOn,
    language,
    t,
  }: {
    endsOn: string;
    language: string;
    t: ReturnType<typeof useHandoverTranslation>['t'];
  },
): string {
  if (forecast.kind !== 'date') {
    return t(`initiatives.forecast.${forecast.kind}`);
  }
  const day = formatDate(forecast.day, language);
  return forecast.isInTime
    ? t('initiatives.forecast.inTime', { day })
    : t('initiatives.forecast.late', {
        day,
        count: daysBetween(endsOn, forecast.day),
      });
}
