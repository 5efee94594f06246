/**
 * Maximum size of a document, in bytes of UTF-8.
 *
 * @alpha
 */
export const MAX_DOCUMENT_BYTES = 256 * 1024;

/** Most windows in one document. */
export const MAX_WINDOWS = 500;

/** Most environments that one document names, in `environments` and in its windows. */
export const MAX_ENVIRONMENTS = 100;

/** Most environments or patterns of one window. */
export const MAX_WINDOW_ENVIRONMENTS = 100;

/** No list has a lower limit. */
export const MIN_LIST_LIMIT = Math.min(
  MAX_ENVIRONMENTS,
  MAX_WINDOW_ENVIRONMENTS,
);

/** Most time zones of the windows of one document: each costs time to look up. */
export const MAX_TIME_ZONES = 50;

/** Most rollback triggers with a query. Each is a request to a system of metrics. */
export const MAX_MEASURED_TRIGGERS = 20;

/** Most characters of the query of a rollback trigger. */
export const MAX_TRIGGER_QUERY = 2_000;

/** The longest `for` of a rollback trigger. A longer period needs too many samples. */
export const MAX_TRIGGER_HOLD_MS = 24 * 60 * 60_000;

/** Most elements in any other list. */
export const MAX_LIST_ITEMS = 1_000;

/**
 * Most lexical tokens of YAML: twice as many as a document of the largest size
 * usually has.
 */
export const MAX_TOKENS = 100_000;

/** Most keys in one mapping. Whether keys repeat takes time in the square of their number. */
export const MAX_KEYS = 200;

/** Most YAML aliases, and most nodes that they may expand to (`maxAliasCount` of the `yaml` package). */
export const MAX_ALIASES = 100;

/** Deepest nesting of lists and mappings. The schema itself needs fewer than ten levels. */
export const MAX_DEPTH = 64;

/** Most problems that are reported for one document. */
export const MAX_PROBLEMS = 200;
