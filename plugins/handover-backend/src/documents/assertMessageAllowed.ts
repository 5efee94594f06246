import { findSecrets } from '@backstage-handover/plugin-handover-common/secrets';
import { InputError } from '@backstage/errors';

/**
 * Checks what somebody says about a change. It is kept and shown as long as the
 * revision is.
 *
 * @throws InputError if it holds a secret, or what no database stores.
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
