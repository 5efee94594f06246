import type {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { ErrorRequestHandler, Request } from 'express';
import { isAudited } from '../audit';

/**
 * Records requests that were refused before anything was done: without
 * permission, malformed, too long, without a condition.
 */
export function auditRefusals(auditor: AuditorService): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (isAudited(res)) {
      next(error);
      return;
    }
    // Whatever becomes of the record, the answer is the same.
    recordRefusal(auditor, req, error).then(
      () => next(error),
      () => next(error),
    );
  };
}

async function recordRefusal(
  auditor: AuditorService,
  req: Request,
  error: unknown,
): Promise<void> {
  const event = await createRefusal(auditor, req);
  await event.fail({ error: toError(error) });
}

async function createRefusal(
  auditor: AuditorService,
  req: Request,
): Promise<AuditorServiceEvent> {
  const event = { eventId: 'request-refuse', severityLevel: 'low' } as const;
  try {
    return await auditor.createEvent({ ...event, request: req });
  } catch {
    // The auditor does not take a request whose credentials are not valid.
    const { method, originalUrl: url, ip } = req;
    return auditor.createEvent({
      ...event,
      meta: { method, url, ip, credentials: 'invalid' },
    });
  }
}
