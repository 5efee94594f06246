import { CustomErrorBase } from '@backstage/errors';
import { z } from 'zod/v4';
import { parseInstant } from './instant';

/**
 * A contributor of the gate returned an invalid result. The message names the
 * path and the problem, but never a value, because everyone who asks the gate
 * sees it.
 *
 * @alpha
 */
export class NonsenseError extends CustomErrorBase {
  /** The name of the error. */
  name = 'NonsenseError' as const;

  /** Creates the error for the path of a value in the result. */
  constructor(path: string, what: string) {
    super(path === '' ? `the answer ${what}` : `'${path}' ${what}`);
  }
}

/** An instant with an offset in the years 1970 to 2199. */
export const instantSchema = z.string().max(40).refine(isInstant);

/** Text that people see, not empty. */
export const titled = (max: number) => z.string().trim().min(1).max(max);

/** The address of a page. */
export const linkSchema = z.url({ protocol: /^https?$/ }).max(2000);

/** By the code of zod's issue: its own messages may repeat what it was given. */
const WHAT: Record<string, string> = {
  invalid_type: 'is missing or has a wrong type',
  invalid_union: 'has none of the allowed forms',
  invalid_value: 'is not one of the allowed values',
  too_big: 'is too long',
  too_small: 'is too short',
  unrecognized_keys: 'has a key that is not known',
};

/**
 * @param place - Where the value stands in the answer.
 * @throws NonsenseError about the first thing that is wrong.
 */
export function parseWith<T>(
  schema: z.ZodType<T>,
  value: unknown,
  ...place: PropertyKey[]
): T {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const [{ path, code }] = result.error.issues;
  throw new NonsenseError(
    [...place, ...path].join('.'),
    WHAT[code] ?? 'is not valid',
  );
}

function isInstant(text: string): boolean {
  try {
    parseInstant('instant', text);
    return true;
  } catch {
    return false;
  }
}
