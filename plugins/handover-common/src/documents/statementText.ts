import type { CompletionStatement, RollbackTrigger } from './schema';

/**
 * The text of a completion statement in either form.
 *
 * @alpha
 */
export function statementText(statement: CompletionStatement): string {
  return typeof statement === 'string' ? statement : statement.text;
}

/**
 * The text of a rollback trigger in either form.
 *
 * @alpha
 */
export function triggerText(trigger: RollbackTrigger): string {
  return typeof trigger === 'string' ? trigger : trigger.text;
}
