import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** The groups and users that have each role, by their entity references. */
export type Roles = {
  administrators: ReadonlySet<string>;
  approvers: ReadonlySet<string>;
};

/** Reads the roles. Nobody has a role that isn't configured. */
export function readRoles(config: Config): Roles {
  const read = (role: string) =>
    new Set(
      (config.getOptionalStringArray(`permission.roles.${role}`) ?? []).map(
        ref => normalize(ref, `permission.roles.${role}`),
      ),
    );
  return {
    administrators: read('administrators'),
    approvers: read('approvers'),
  };
}

/** @throws InputError that names the key of a reference that is none */
function normalize(ref: string, key: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch (error) {
    throw new InputError(`Invalid reference '${ref}' at '${key}'`, error);
  }
}
