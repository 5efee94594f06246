import { CustomErrorBase } from '@backstage/errors';

/**
 * An action of the scaffolder that says why it failed without a stack trace. The
 * scaffolder writes the stack of an error to the log of a task, where users read
 * it. Errors that nobody expected keep theirs.
 *
 * @public
 */
export function withoutStacks<
  T extends { handler: (context: any) => Promise<void> },
>(action: T): T {
  return {
    ...action,
    async handler(context: unknown) {
      try {
        await action.handler(context);
      } catch (error) {
        if (error instanceof CustomErrorBase) {
          error.stack = error.message;
        }
        throw error;
      }
    },
  };
}
