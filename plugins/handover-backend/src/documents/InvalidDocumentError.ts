import type { Problem } from '@backstage-handover/plugin-handover-common';
import { InputError } from '@backstage/errors';

/** A document was refused (HTTP 400). The error body carries every problem. */
export class InvalidDocumentError extends InputError {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const where = first.line === undefined ? '' : ` in line ${first.line}`;
    super(
      `The document has ${errors.length} ${
        errors.length === 1 ? 'problem' : 'problems'
      }, the first${where}: ${first.path && `${first.path}: `}${first.message}`,
    );
    this.problems = problems;
  }
}
