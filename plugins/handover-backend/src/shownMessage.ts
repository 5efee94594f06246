import { redactSecrets } from '@backstage-handover/plugin-handover-common/secrets';
import { toError } from '@backstage/errors';

const MAX_MESSAGE = 500;

/** The message of an error of another system as people see it, without secrets. */
export async function shownMessage(error: unknown): Promise<string> {
  // Cut last, so that no part of a secret is left.
  return (await redactSecrets(toError(error).message)).slice(0, MAX_MESSAGE);
}
