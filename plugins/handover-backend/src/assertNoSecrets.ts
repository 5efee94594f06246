import { findSecrets } from '@backstage-handover/plugin-handover-common/secrets';
import { InputError } from '@backstage/errors';

/**
 * Checks a text that is stored and shown to others.
 *
 * @param name - The field, for the message.
 * @throws InputError if it contains a secret
 */
export async function assertNoSecrets(
  name: string,
  text: string,
): Promise<void> {
  const [secret] = await findSecrets(text);
  if (secret) {
    throw new InputError(`'${name}' ${secret.message}`);
  }
}
