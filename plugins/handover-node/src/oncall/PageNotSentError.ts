import { CustomErrorBase, toError } from '@backstage/errors';

/**
 * Nobody was paged, and that is certain.
 *
 * @public
 */
export class PageNotSentError extends CustomErrorBase {
  /** The name of the error. */
  name = 'PageNotSentError' as const;
}

/**
 * Does what must succeed before a page is sent, such as finding out whom to page.
 *
 * @throws PageNotSentError if it fails, with the same message
 *
 * @public
 */
export async function beforePaging<T>(prepare: () => Promise<T>): Promise<T> {
  try {
    return await prepare();
  } catch (error) {
    throw new PageNotSentError(toError(error).message);
  }
}
