/** Checks of a scorecard: more than a person can work through. */
export const MAX_CHECKS = 100;

/** Levels of a scorecard. */
export const MAX_LEVELS = 10;
