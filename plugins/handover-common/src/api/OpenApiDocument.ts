/**
 * The parts of an OpenAPI 3.1 document that this project reads.
 *
 * @alpha
 */
export type OpenApiDocument = {
  /** By path template, then by method. */
  paths: Record<string, Record<string, unknown>>;
  /** By kind, then by name. */
  components: Record<string, Record<string, unknown>>;
  [field: string]: unknown;
};
