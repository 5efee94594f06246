/** A file that its reader cannot read. The draft names it with the reason. */
export class UnreadableError extends Error {
  /** Where reading stopped, counted from 1. */
  readonly line: number;
  /** The file becomes what its name says only after it was rendered. */
  readonly isTemplate: boolean;

  constructor(
    reason: string,
    options: { line?: number; isTemplate?: boolean } = {},
  ) {
    super(reason);
    this.name = 'UnreadableError';
    this.line = options.line ?? 1;
    this.isTemplate = options.isTemplate ?? false;
  }
}
