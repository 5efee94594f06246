/**
 * A problem that a person can do something about. Printed as two short
 * paragraphs, what happened and what to do, without a stack.
 */
export class Failure extends Error {
  /**
   * @param {string} message what happened, and where
   * @param {{ remedy?: string, exitCode?: number }} [options]
   */
  constructor(message, { remedy, exitCode = 1 } = {}) {
    super(message);
    this.name = 'Failure';
    this.remedy = remedy;
    this.exitCode = exitCode;
  }
}
