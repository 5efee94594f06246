/**
 * Calls something with a signal, and ends at the time limit whether or not the
 * signal is heeded. It makes no difference whether the call throws or rejects.
 *
 * @param options.timedOut - Makes the error if the time is over.
 */
export async function withinTime<T>(
  call: (signal: AbortSignal) => Promise<T>,
  options: { timeoutMs: number; timedOut: () => Error },
): Promise<T> {
  const { timeoutMs, timedOut } = options;
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const isOver = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = timedOut();
      reject(error);
      controller.abort(error);
    }, timeoutMs);
  });
  try {
    const called = (async () => call(controller.signal))();
    return await Promise.race([called, isOver]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is said of a provider that took too long. */
export function noAnswer(
  { title }: { title: string },
  { timeoutMs }: { timeoutMs: number },
): Error {
  return new Error(
    `${title} did not answer within ${timeoutMs / 1000} seconds`,
  );
}
