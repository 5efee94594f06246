import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { handoverTranslationRef } from '../translation';

/** The plugin's texts in the viewer's language. */
export function useHandoverTranslation() {
  return useTranslationRef(handoverTranslationRef);
}
