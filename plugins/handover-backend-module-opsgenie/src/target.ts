import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** That of the Opsgenie plugin for Backstage, which holds the name of a team. */
const TEAM = 'opsgenie.com/team';

/** Of what a name can consist; `.` and `..` would be other addresses. */
const NAME = /^(?!\.{1,2}$)[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u;

/** Whether it has an Opsgenie team. */
export function hasTeam(entity: Entity): boolean {
  return Boolean(read(entity));
}

/** @throws Error that names the annotation if it is wrong, without its value. */
export function readTeam(entity: Entity): string {
  const name = read(entity) ?? '';
  if (!NAME.test(name)) {
    throw new Error(
      `Invalid annotation '${TEAM}' of ${stringifyEntityRef(
        entity,
      )}: must be the name of an Opsgenie team`,
    );
  }
  return name;
}

function read(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[TEAM]?.trim() || undefined;
}
