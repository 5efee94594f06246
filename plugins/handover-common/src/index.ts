export type { HandoverDocument } from './document/schema';
export type * from './windows/types';
export type { ChangeKind, HandoverWindow, Schedule } from './windows/schema';
export type * from './api/types';
export type * from './api/HandoverApi';
export type { RevisionDiff } from './api/diff';
export { HandoverClient } from './api/HandoverClient';
export { openapi } from './api/generated/openapi';
export { problemsOfError } from './api/problems';
export {
  RESOURCE_TYPE_HANDOVER_DOCUMENT,
  handoverDocumentReadPermission,
  handoverDocumentUpdatePermission,
  handoverGateDecidePermission,
  handoverPermissions,
} from './permissions';
