import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import { didYouMean } from '../text/nearest';
import { MAX_NAME_LENGTH } from './pattern';

const name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(MAX_NAME_LENGTH, `is longer than ${MAX_NAME_LENGTH} characters`);

/** Environment variables in configuration are text. */
const flag = z.union(
  [z.boolean(), z.enum(['true', 'false']).transform(value => value === 'true')],
  { error: 'must be true or false' },
);

const definitionSchema = z.strictObject({
  name,
  aliases: z.array(name).optional(),
  production: flag.optional(),
  default: z.enum(['open', 'closed']).optional(),
  unknown: z.enum(['pass', 'block']).optional(),
});

/**
 * The configuration of an environment.
 *
 * @alpha
 */
export type EnvironmentDefinition = {
  /**
   * The name, or a pattern with `*` and `?`. The settings of a pattern apply to
   * matching environments without their own.
   */
  name: string;
  /** Other names of the same environment. */
  aliases?: string[];
  /** Whether delivery is measured there. */
  production?: boolean;
  /** The verdict if no allow window applies. The default is `open`. */
  default?: 'open' | 'closed';
  /** What to do if the verdict is `unknown`. The default is `block`. */
  unknown?: 'pass' | 'block';
};

const EXPECTED: Record<string, string> = {
  array: 'a list',
  object: 'an object with a name',
  string: 'text',
};

/**
 * Reads a list of definitions as it is written in configuration.
 *
 * @param key - Where it is written, for messages.
 * @throws InputError that names the place of the first mistake.
 */
export function parseEnvironmentDefinitions(
  value: unknown,
  key: string,
): EnvironmentDefinition[] {
  const result = z
    .array(definitionSchema)
    .min(1, 'must not be empty')
    .safeParse(value, { error: describe, reportInput: true });
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  if (issue.code === 'unrecognized_keys') {
    const [wrong] = issue.keys;
    const known = Object.keys(definitionSchema.shape);
    throw invalid(
      [key, ...issue.path, wrong],
      `unknown key${
        didYouMean(wrong, known) || `; known keys are ${known.join(', ')}`
      }`,
    );
  }
  throw invalid([key, ...issue.path], issue.message);
}

function describe(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is required'
        : `must be ${EXPECTED[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values
        .map(value => `'${String(value)}'`)
        .join(' or ')}, not '${issue.input}'`;
    default:
      return undefined;
  }
}

/** An error about the value at a path whose first segment is a whole key. */
export function invalid(
  path: readonly PropertyKey[],
  message: string,
): InputError {
  const place = path
    .map((segment, index) => {
      if (typeof segment === 'number') {
        return `[${segment}]`;
      }
      return index === 0 ? String(segment) : `.${String(segment)}`;
    })
    .join('');
  return new InputError(`Invalid value at '${place}': ${message}`);
}
