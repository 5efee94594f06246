import { CustomErrorBase } from '@backstage/errors';

/** The body is of a type that is not understood (HTTP 415). */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  name = 'UnsupportedMediaTypeError' as const;

  /** Read by the error middleware. */
  readonly status = 415;
}
