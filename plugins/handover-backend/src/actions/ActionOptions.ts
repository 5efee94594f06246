import type {
  AuditorService,
  AuthService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DocumentsService } from '../documents/DocumentsService';
import type { GateService } from '../gate/GateService';

/** What the actions are made of: the services that the HTTP routes call, with their checks. */
export type ActionOptions = {
  actionsRegistry: ActionsRegistryService;
  documents: DocumentsService;
  gate: GateService;
  auditor: AuditorService;
  auth: AuthService;
};
