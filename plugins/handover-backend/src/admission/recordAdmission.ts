import type { AdmissionRequest } from '@backstage-handover/plugin-handover-common/admission';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { markAudited } from '../audit';
import type { ReviewedAdmission } from './AdmissionService';

/**
 * Records what was decided about a change. What the gate doesn't decide about, such
 * as the status of every workload, is not recorded.
 *
 * The event has no request: the auditor would look for the credentials of Backstage
 * in it, and finds the token of the cluster.
 */
export async function recordAdmission(
  auditor: AuditorService,
  options: ReviewedAdmission & {
    cluster: string;
    request: AdmissionRequest;
    res: Parameters<typeof markAudited>[0];
  },
): Promise<void> {
  const { cluster, request, res, answer, subject } = options;
  if (!subject) {
    return;
  }
  const { workload, ...decided } = subject;
  const { kind, namespace, name } = workload;
  markAudited(res);
  const event = await auditor.createEvent({
    eventId: 'gate-admission',
    severityLevel: answer.allowed ? 'low' : 'medium',
    meta: {
      cluster,
      namespace,
      kind,
      name,
      username: request.username,
      dryRun: request.dryRun,
      ...decided,
    },
  });
  await (answer.allowed
    ? event.success()
    : event.fail({ error: new NotAllowedError(answer.message) }));
}
