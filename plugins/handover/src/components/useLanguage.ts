import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';

/**
 * The language tag (BCP 47) to format dates and numbers with: the portal's
 * language, in the viewer's regional form where the browser names one.
 */
export function useLanguage(): string {
  const holder = useApiHolder();
  return useMemo(() => {
    const language =
      holder.get(appLanguageApiRef)?.getLanguage().language ?? 'en';
    const regional = navigator.languages.find(
      tag => tag.split('-')[0] === language.split('-')[0],
    );
    return regional ?? language;
  }, [holder]);
}
