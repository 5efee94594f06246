/**
 * The description of the HTTP API, which the backend enforces.
 *
 * @packageDocumentation
 */

export { openapi } from './generated/openapi';
export type { OpenApiDocument } from './OpenApiDocument';
export type {
  components as HandoverComponents,
  operations as HandoverOperations,
} from './generated/schema';
