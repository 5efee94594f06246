import { ServiceUnavailableError } from '@backstage/errors';

/**
 * The result of a call, or an error if it takes too long. A call that can't be
 * aborted continues, but its result is ignored.
 *
 * @param options.what - What was called, for the message.
 * @throws ServiceUnavailableError (HTTP 503) on timeout
 */
export async function withTimeout<T>(
  call: Promise<T>,
  options: { timeoutMs: number; what: string },
): Promise<T> {
  const { timeoutMs, what } = options;
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new ServiceUnavailableError(
            `${what} did not answer within ${timeoutMs / 1000} seconds`,
          ),
        ),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([call, timedOut]);
  } finally {
    clearTimeout(timer);
  }
}
