import type {
  AuditorService,
  AuthService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DocumentsService } from '../documents/DocumentsService';
import type { GateService } from '../gate/GateService';
import type { ExemptionsService } from '../scorecards/exemptions/ExemptionsService';
import type { ScorecardsService } from '../scorecards/ScorecardsService';

/** What the actions are made of: the services that the HTTP routes call, with their checks. */
export type ActionOptions = {
  actionsRegistry: ActionsRegistryService;
  documents: DocumentsService;
  gate: GateService;
  scorecards: ScorecardsService;
  exemptions: ExemptionsService;
  auditor: AuditorService;
  auth: AuthService;
};
