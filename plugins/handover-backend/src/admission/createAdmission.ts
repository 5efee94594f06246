import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { DeliveryService } from '../delivery/DeliveryService';
import type { DocumentsService } from '../documents/DocumentsService';
import type { EntitiesService } from '../entities/EntitiesService';
import type { GateService } from '../gate/GateService';
import type { AdmissionService } from './AdmissionService';
import { ChangeReader } from './ChangeReader';
import { ClusterTokens } from './ClusterTokens';
import type { AdmissionConfig } from './config';
import { DefaultAdmissionService } from './DefaultAdmissionService';
import { NamespacePolicies } from './NamespacePolicies';
import { WorkloadMatcher } from './WorkloadMatcher';

/** Puts the admission webhook together. */
export function createAdmission(options: {
  config: AdmissionConfig;
  gate: GateService;
  delivery: DeliveryService;
  documents: DocumentsService;
  entities: EntitiesService;
  environments: Environments;
  auth: AuthService;
  logger: LoggerService;
  appBaseUrl?: string;
}): { admission: AdmissionService; clusterTokens: ClusterTokens } {
  const { clusters } = options.config;
  return {
    admission: DefaultAdmissionService.create({
      ...options,
      matcher: WorkloadMatcher.create({
        ...options,
        clusters: clusters.map(({ name }) => name),
      }),
      changes: ChangeReader.create(options),
      policies: NamespacePolicies.create({ clusters }),
    }),
    clusterTokens: ClusterTokens.create({ clusters }),
  };
}
