/** Characters of a condition. */
export const MAX_CONDITION_LENGTH = 2_000;

/** Brackets inside each other: the parser calls itself for each. */
export const MAX_NESTING = 50;

/**
 * Most steps that evaluating a condition may take, for lists as long as facts
 * may be. It is computed from the text, before anything is evaluated.
 */
export const MAX_COST = 100_000;
