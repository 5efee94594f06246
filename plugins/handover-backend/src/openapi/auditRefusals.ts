import type {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { ErrorRequestHandler, Request } from 'express';
import { isAudited, markAudited } from '../audit';

/**
 * Records requests that are refused before any work starts: without permission,
 * malformed, too long, or without a required precondition.
 */
export function auditRefusals(auditor: AuditorService): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (isAudited(res)) {
      next(error);
      return;
    }
    // If recording fails, the response stays the same.
    recordRefusal(auditor, req, error).then(
      () => next(error),
      () => next(error),
    );
  };
}

/** Records that a request was refused, once. */
export async function recordRefusal(
  auditor: AuditorService,
  req: Request,
  error: unknown,
): Promise<void> {
  if (req.res) {
    markAudited(req.res);
  }
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
    // The auditor rejects requests with invalid credentials.
    const { method, originalUrl: url, ip } = req;
    return auditor.createEvent({
      ...event,
      meta: { method, url, ip, credentials: 'invalid' },
    });
  }
}
