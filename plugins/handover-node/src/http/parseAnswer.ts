import type { z } from 'zod';

/**
 * Parses the JSON of a response.
 *
 * @throws Error that doesn't contain the response
 *
 * @public
 */
export function parseJson(title: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${title} returned an unexpected response: not JSON`);
  }
}

/**
 * Returns a response if it has the form that its API documents.
 *
 * @throws Error that names the first place that differs
 *
 * @public
 */
export function parseAnswer<T>(
  title: string,
  schema: z.ZodType<T>,
  answer: unknown,
): T {
  const result = schema.safeParse(answer);
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  const place = issue.path.length > 0 ? ` at '${issue.path.join('.')}'` : '';
  throw new Error(
    `${title} returned an unexpected response${place}: ${issue.message}`,
  );
}
