import { InputError } from '@backstage/errors';
import { assertNoSecrets } from '../assertNoSecrets';

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
  await assertNoSecrets('message', message);
}
