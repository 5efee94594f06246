/**
 * The Handover tab and card for apps on the former frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityHandoverCard,
  EntityHandoverContent,
  handoverPlugin,
} from './legacy/plugin';
export { handoverApiRef } from './api';
export { isHandoverAvailable } from './availability';
export { handoverTranslationRef } from './translation';
