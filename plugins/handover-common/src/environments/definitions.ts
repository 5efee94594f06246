import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import { identifier } from '../text/identifier';
import { didYouMean } from '../text/nearest';
import { MAX_NAME_LENGTH } from './pattern';

const name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(MAX_NAME_LENGTH, `is longer than ${MAX_NAME_LENGTH} characters`);

/** The name of a pipeline, or a pattern with `*` and `?`. */
const pipeline = z.string().trim().min(1).max(MAX_NAME_LENGTH);

const NO_PIPELINES = 'must be true, false or a list of pipelines';

/** In one environment. */
const MAX_SCORECARDS = 20;

/** Environment variables in configuration are text. */
const flag = z.union(
  [z.boolean(), z.enum(['true', 'false']).transform(value => value === 'true')],
  { error: 'must be true or false' },
);

const requiredLevelSchema = z.strictObject(
  { name: identifier, level: identifier },
  { error: objectWith('a name and a level') },
);

const requirementsSchema = z.strictObject(
  {
    scorecards: z
      .array(requiredLevelSchema)
      .max(MAX_SCORECARDS, `has more than ${MAX_SCORECARDS} entries`)
      .superRefine(refuseTwice)
      .optional(),
    freshHandover: flag.optional(),
    lastRunPassed: z
      .union([flag, z.array(pipeline).min(1, NO_PIPELINES)], {
        error: NO_PIPELINES,
      })
      .optional(),
    inPreviousEnvironment: flag.optional(),
    noCriticalAlerts: flag.optional(),
  },
  { error: objectWith('requirements') },
);

const definitionSchema = z.strictObject({
  name,
  aliases: z.array(name).optional(),
  production: flag.optional(),
  default: z.enum(['open', 'closed']).optional(),
  unknown: z.enum(['pass', 'block']).optional(),
  requires: requirementsSchema.optional(),
});

/** By the names of the keys that lead to an object. */
const KNOWN_KEYS: Record<string, object> = {
  '': definitionSchema.shape,
  requires: requirementsSchema.shape,
  'requires.scorecards': requiredLevelSchema.shape,
};

/**
 * A level that a service must have reached on a scorecard.
 *
 * @alpha
 */
export type RequiredLevel = {
  /** The name of the scorecard. */
  name: string;
  /** The id of the lowest level that is enough. */
  level: string;
};

/**
 * What the gate requires in an environment, besides windows.
 *
 * @alpha
 */
export type EnvironmentRequirements = {
  /** Levels of scorecards, each of another one. */
  scorecards?: RequiredLevel[];
  /** The handover is valid, and its review is not overdue. */
  freshHandover?: boolean;
  /**
   * The last finished run on the main branch passed: of each pipeline, or of
   * those with these names or patterns.
   */
  lastRunPassed?: boolean | string[];
  /** The artifact is in the environment that this one is promoted from. */
  inPreviousEnvironment?: boolean;
  /** No critical alert fires. */
  noCriticalAlerts?: boolean;
};

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
  /** What the gate requires there. By default nothing. */
  requires?: EnvironmentRequirements;
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
  const { issues } = result.error;
  // A misspelled key is also one that is missing.
  const issue =
    issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue.code === 'unrecognized_keys') {
    const [wrong] = issue.keys;
    const place = issue.path.filter(each => typeof each === 'string');
    const known = Object.keys(KNOWN_KEYS[place.join('.')] ?? {});
    throw invalid(
      [key, ...issue.path, wrong],
      `unknown key${
        didYouMean(wrong, known) || `; known keys are ${known.join(', ')}`
      }`,
    );
  }
  throw invalid([key, ...issue.path], issue.message);
}

function objectWith(what: string) {
  return (issue: z.core.$ZodRawIssue) =>
    issue.code === 'invalid_type' && issue.input !== undefined
      ? `must be an object with ${what}`
      : undefined;
}

function refuseTwice(
  levels: RequiredLevel[],
  context: z.core.$RefinementCtx,
): void {
  levels.forEach(({ name: scorecard }, index) => {
    const first = levels.find(each => each.name === scorecard)!;
    if (first !== levels[index]) {
      context.addIssue({
        code: 'custom',
        path: [index, 'name'],
        message: `'${scorecard}' is already required at level '${first.level}'`,
      });
    }
  });
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
