/** Entities of a plan. The rest is only counted. */
export const MAX_CHANGES = 1_000;

/** Owners of a plan. */
export const MAX_OWNERS = 500;

/** Facts that are named for each check. */
export const MAX_UNKNOWN = 20;

/** Checks that are named for each entity. */
export const MAX_CAUSES = 10;
