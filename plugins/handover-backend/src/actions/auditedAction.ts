import type {
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { audited } from '../audit';
import { principalName } from '../principalName';
import type { ActionOptions } from './ActionOptions';

/**
 * Does what an HTTP route would do, with the same audit event. An action has no
 * request that the auditor could read the caller from: who it was, and that it
 * came through an action, stands in the event's data.
 */
export async function auditedAction<T>(
  { auditor, auth }: Pick<ActionOptions, 'auditor' | 'auth'>,
  credentials: BackstageCredentials,
  event: Pick<
    AuditorServiceCreateEventOptions,
    'eventId' | 'meta' | 'severityLevel'
  >,
  action: () => Promise<T>,
): Promise<T> {
  return audited(
    auditor,
    {
      ...event,
      meta: {
        ...event.meta,
        via: 'action',
        invokedBy: principalName(auth, credentials),
      },
    },
    action,
  );
}
