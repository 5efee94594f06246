import { useMemo } from 'react';
import { useLanguage } from '../components';
import { viewerTimeZone } from './time';

/** The viewer's locale and zone. */
export function useDateFormat(): { locale: string; timeZone: string } {
  const locale = useLanguage();
  return useMemo(() => ({ locale, timeZone: viewerTimeZone() }), [locale]);
}
