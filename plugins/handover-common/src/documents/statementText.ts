import type { CompletionStatement } from './schema';

/**
 * The words of a completion statement, whichever way it is written.
 *
 * @alpha
 */
export function statementText(statement: CompletionStatement): string {
  return typeof statement === 'string' ? statement : statement.text;
}
