import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/** Set on the response of a request that has an audit event. */
const AUDITED = 'handoverAudited';

/**
 * Runs an action and records it with its outcome as an audit event.
 *
 * @param describe - What is recorded about the result.
 */
export async function audited<T>(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  action: () => Promise<T>,
  describe?: (result: T) => JsonObject,
): Promise<T> {
  const auditorEvent = await auditor.createEvent(event);
  if (event.request?.res) {
    markAudited(event.request.res);
  }
  try {
    const result = await action();
    await auditorEvent.success(describe && { meta: describe(result) });
    return result;
  } catch (error) {
    await auditorEvent.fail({ error: toError(error) });
    throw error;
  }
}

type WithLocals = { locals: Record<string, unknown> };

/** Remembers that the request of a response has an audit event. */
export function markAudited(res: WithLocals): void {
  res.locals[AUDITED] = true;
}

/** Whether the request of a response has an audit event. */
export function isAudited(res: WithLocals): boolean {
  return res.locals[AUDITED] === true;
}
