import { CustomErrorBase } from '@backstage/errors';

/** The body is longer than any that is read (HTTP 413). */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;

  /** Read by the error middleware. */
  readonly status = 413;

  constructor(maxBytes: number) {
    super(`The body is larger than ${maxBytes / 1024} KiB`);
  }
}
