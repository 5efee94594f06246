import type { z } from 'zod';

/**
 * Reads JSON that a system answered.
 *
 * @throws Error that does not repeat the answer.
 *
 * @public
 */
export function parseJson(title: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${title} answers what its API does not promise: no JSON`);
  }
}

/**
 * What a system answered, where it has the form that its API promises.
 *
 * @throws Error that names the first place where it has not.
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
    `${title} answers what its API does not promise${place}: ${issue.message}`,
  );
}
