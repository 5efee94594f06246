/**
 * A value that JSON can write.
 *
 * @public
 */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };

/**
 * A mapping of keys to values that JSON can write.
 *
 * @alpha
 */
export type JsonObject = { [key: string]: JsonValue };

/** Is a value a mapping of keys to values? */
export function isJsonObject(
  value: JsonValue | undefined,
): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
