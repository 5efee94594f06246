import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { handoverTranslationRef } from '../messages';

type HandoverTranslation = {
  t: TranslationFunction<(typeof handoverTranslationRef)['T']>;
};

/** The plugin's texts in the viewer's language. */
export function useHandoverTranslation(): HandoverTranslation {
  return useTranslationRef(handoverTranslationRef);
}
