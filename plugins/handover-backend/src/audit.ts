import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** Set on the response of a request that has an audit event. */
const AUDITED = 'handoverAudited';

/** Does something with an audit event that says how it ended. */
export async function audited<T>(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  action: () => Promise<T>,
): Promise<T> {
  const auditorEvent = await auditor.createEvent(event);
  if (event.request?.res) {
    event.request.res.locals[AUDITED] = true;
  }
  try {
    const result = await action();
    await auditorEvent.success();
    return result;
  } catch (error) {
    await auditorEvent.fail({ error: toError(error) });
    throw error;
  }
}

/** Whether the request of a response has an audit event. */
export function isAudited(res: { locals: Record<string, unknown> }): boolean {
  return res.locals[AUDITED] === true;
}
