/**
 * Why a condition cannot be used.
 *
 * @alpha
 */
export class ConditionError extends Error {
  /** Characters of the condition before the place of the error. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'ConditionError';
    this.offset = offset;
  }
}
