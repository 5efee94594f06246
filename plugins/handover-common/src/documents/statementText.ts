import type { CompletionStatement } from './schema';

/**
 * The text of a completion statement in either form.
 *
 * @alpha
 */
export function statementText(statement: CompletionStatement): string {
  return typeof statement === 'string' ? statement : statement.text;
}
