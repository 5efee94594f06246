export { handoverTranslationRef } from './translationRef';
