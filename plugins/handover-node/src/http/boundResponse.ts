import { toError } from '@backstage/errors';

/**
 * Returns a response whose body fails with a readable error if it is larger than
 * that, after it is unpacked, or ends too early.
 *
 * @param title - Display name of the system that responded.
 *
 * @public
 */
export function boundResponse(
  title: string,
  response: Response,
  maxBytes: number,
): Response {
  const reader = response.body?.getReader();
  if (!reader) {
    return response;
  }
  let bytes = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await reader.read().catch(error => {
        // "terminated" says nothing.
        throw toError(error).name === 'TypeError'
          ? new Error(
              `${title} closed the connection before the end of its response`,
            )
          : error;
      });
      if (chunk.done) {
        controller.close();
        return;
      }
      bytes += chunk.value.byteLength;
      if (bytes > maxBytes) {
        await reader.cancel();
        throw new Error(
          `${title} responded with more than ${Math.round(
            maxBytes / 1024,
          )} KiB`,
        );
      }
      controller.enqueue(chunk.value);
    },
    cancel: reason => reader.cancel(reason),
  });
  const bounded = new Response(body, response);
  Object.defineProperty(bounded, 'url', { value: response.url });
  return bounded;
}
