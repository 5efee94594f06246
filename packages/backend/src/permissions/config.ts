import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';

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
        ref => stringifyEntityRef(parseEntityRef(ref)),
      ),
    );
  return {
    administrators: read('administrators'),
    approvers: read('approvers'),
  };
}
