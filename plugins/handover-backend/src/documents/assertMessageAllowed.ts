import { findSecrets } from '@backstage-handover/plugin-handover-common/secrets';
import { InputError } from '@backstage/errors';

/**
 * Checks the message of a change, which is stored and shown with the revision.
 *
 * @throws InputError if it contains a secret or a NUL character
 */
export async function assertMessageAllowed(
  message: string | undefined,
): Promise<void> {
  if (message === undefined) {
    return;
  }
  if (message.includes('\0')) {
    throw new InputError("A NUL character is not allowed in 'message'");
  }
  const [secret] = await findSecrets(message);
  if (secret) {
    throw new InputError(`'message' ${secret.message}`);
  }
}
