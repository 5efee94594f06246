import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';

/**
 * Completes an entity reference in lowercase: `orders` is
 * `component:default/orders`.
 *
 * @throws InputError if it isn't a reference
 */
export function toEntityRef(text: string, defaultKind = 'component'): string {
  // PostgreSQL cannot even look for it.
  if (text.includes('\0')) {
    throw new InputError(
      'Not an entity reference: it contains a NUL character',
    );
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch (error) {
    throw new InputError(
      `Not an entity reference: '${text}'. Use kind:namespace/name`,
      toError(error),
    );
  }
}
