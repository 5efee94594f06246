/**
 * The beginning of the annotations with the levels of an entity, followed by the
 * name of the scorecard. The value is the id of the level, or `none` below the
 * lowest. Only the portal sets them.
 *
 * The name stands alone after the slash, where the catalog allows 63 characters,
 * as many as a name has.
 *
 * @public
 */
export const HANDOVER_LEVEL_ANNOTATION_PREFIX = 'level.handover.dev/';
