/**
 * What one must know to take a service over, on its page in the catalog.
 *
 * @packageDocumentation
 */
export { handoverPlugin as default } from './plugin';
export { handoverApiRef } from './api';
export { isHandoverAvailable } from './availability';
export { handoverTranslationRef } from './messages';
