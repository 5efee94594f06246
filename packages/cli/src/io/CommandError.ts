/** A command could not do its work. Not the same as: it did, and found something. */
export const TROUBLE = 2;

/** The command itself is broken (`EX_SOFTWARE`): nothing may read an answer into it. */
export const BUG = 70;

/** Ends the command with a message for whoever typed it. */
export class CommandError extends Error {
  /** What to do about it, on a line of its own. */
  readonly hint?: string;
  readonly exitCode: number;

  constructor(
    message: string,
    options: { hint?: string; exitCode?: number } = {},
  ) {
    super(message);
    this.name = 'CommandError';
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? TROUBLE;
  }
}
