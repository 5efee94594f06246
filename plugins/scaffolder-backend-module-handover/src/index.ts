/**
 * Scaffolder actions that write, draft and check handover documents.
 *
 * @packageDocumentation
 */

export { scaffolderModuleHandover as default } from './module';
export { createHandoverCreateAction } from './actions/create';
export { createHandoverDraftAction } from './actions/draft';
export { createHandoverValidateAction } from './actions/validate';
