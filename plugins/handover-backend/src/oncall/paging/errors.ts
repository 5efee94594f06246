import {
  ConflictError,
  CustomErrorBase,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { shownMessage } from '../../shownMessage';

/** The on-call system did not take the page, and that is certain (HTTP 502). */
export class PageNotSentError extends CustomErrorBase {
  name = 'PageNotSentError' as const;

  /** Read by the error middleware. */
  readonly status = 502;
}

/** The on-call system may have taken the page, or not (HTTP 504). */
export class PageOutcomeUnknownError extends CustomErrorBase {
  name = 'PageOutcomeUnknownError' as const;

  /** Read by the error middleware. */
  readonly status = 504;

  /** @param reason - What failed, without secrets. */
  constructor(reason: string) {
    super(`The page may have been sent: ${reason}.`);
  }
}

/** More pages than anybody needs (HTTP 429). */
export class TooManyPagesError extends CustomErrorBase {
  name = 'TooManyPagesError' as const;

  /** Read by the error middleware. */
  readonly status = 429;
}

/** These say by their status that nothing was done. */
const REFUSALS = [
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  TooManyPagesError,
];

/**
 * Does what comes before a page is sent.
 *
 * @throws PageNotSentError if it fails, unless the error is one for the caller
 */
export async function orNotSent<T>(prepare: () => Promise<T>): Promise<T> {
  try {
    return await prepare();
  } catch (error) {
    throw REFUSALS.some(refusal => error instanceof refusal)
      ? error
      : new PageNotSentError(await shownMessage(error));
  }
}
