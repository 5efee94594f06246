import type {
  OnCall,
  OnCallPageTarget,
  PageOnCallRequest,
} from '@backstage-handover/plugin-handover-common';
import { ConflictError } from '@backstage/errors';

/**
 * Whom a request pages, according to the last result, which can be a minute old;
 * the provider checks again.
 *
 * @throws ConflictError if that isn't certain, or isn't what the caller has seen
 */
export function findTarget(
  { items, providers }: OnCall,
  request: Pick<PageOnCallRequest, 'provider' | 'target'>,
): OnCallPageTarget {
  const { provider, target } = request;
  const status = providers.find(({ id }) => id === provider);
  if (status?.status === 'failing') {
    throw new ConflictError(
      `Could not determine who is on call: ${status.message}`,
    );
  }
  const canPage = items.find(item => item.provider === provider)?.canPage;
  if (!canPage) {
    throw new ConflictError(
      `${status?.title ?? `'${provider}'`} can't page anybody for this entity`,
    );
  }
  if (canPage.id !== target) {
    throw new ConflictError(
      `The page would now notify '${canPage.name}'. Close this dialog and check who is on call.`,
    );
  }
  return canPage;
}
