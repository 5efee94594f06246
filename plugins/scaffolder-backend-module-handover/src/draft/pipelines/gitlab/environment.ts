import type { Value } from '../../yamlFile';
import { MAX_ENVIRONMENTS, MAX_NAME } from '../types';
import type { JobEnvironment, PipelineJob } from '../types';
import type { GitlabJob } from './GitlabJob';

type Option = { text: string; value: Value };

const VARIABLE = /\$\{?([A-Za-z_]\w*)\}?/;

/** Variables that are another one for each branch, merge request or commit. */
const PER_BRANCH =
  /CI_(COMMIT_REF|COMMIT_BRANCH|COMMIT_SHA|COMMIT_SHORT|COMMIT_TAG|MERGE_REQUEST|PIPELINE|JOB_ID|EXTERNAL)/;

/** Most variables that are put into one name. */
const MAX_VARIABLES = 10;

export type Declared = Pick<
  PipelineJob,
  'environments' | 'choice' | 'isReview'
>;

/**
 * The environments that a job deploys to. Undefined where it names none, or only
 * prepares, verifies, accesses or stops one.
 *
 * @param globals - variables of the pipeline
 */
export function readEnvironment(
  job: GitlabJob,
  globals: ReadonlyMap<string, Value>,
): Declared | undefined {
  const environment = job.get('environment');
  const name = environment?.text ? environment : job.get('environment', 'name');
  const action = job.get('environment', 'action')?.text ?? 'start';
  if (!name?.text || action !== 'start') {
    return undefined;
  }
  const own = job.variables();
  const variables = (key: string) => own.get(key) ?? globals.get(key);
  const options = expand(name, variables, matrixOf(job));
  if (!options) {
    return {
      environments: [],
      choice: 'all',
      isReview: /^review\b/i.test(name.text) || PER_BRANCH.test(name.text),
    };
  }
  const url = environment?.text ? undefined : job.get('environment', 'url');
  const [link] =
    url?.text && options.length === 1
      ? expand(url, variables, new Map()) ?? []
      : [];
  return {
    choice: 'all',
    isReview: false,
    environments: options.map(
      ({ text, value }): JobEnvironment => ({
        name: text,
        place: { path: value.path, line: value.line },
        ...(link &&
          url && {
            url: { text: link.text, place: { path: url.path, line: url.line } },
          }),
      }),
    ),
  };
}

/** Every value of each variable of `parallel: matrix`. */
function matrixOf(job: GitlabJob): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const entry of job.get('parallel', 'matrix')?.items() ?? []) {
    for (const { key, value } of entry.entries()) {
      const values = value.text === undefined ? value.items() : [value];
      const known = found.get(key) ?? [];
      const room = MAX_ENVIRONMENTS - known.length;
      found.set(key, room > 0 ? [...known, ...values.slice(0, room)] : known);
    }
  }
  return found;
}

/** A text with its variables put in. Undefined where one of them is not known. */
function expand(
  value: Value,
  variables: (key: string) => Value | undefined,
  matrix: ReadonlyMap<string, Value[]>,
): Option[] | undefined {
  let options: Option[] = [{ text: value.text ?? '', value }];
  for (let depth = 0; depth < MAX_VARIABLES; depth++) {
    if (options.every(({ text }) => !text.includes('$'))) {
      return distinct(options);
    }
    if (options.some(({ text }) => text.length > MAX_NAME)) {
      return undefined;
    }
    const replaced = options.map(option =>
      replaceFirst(option, variables, matrix),
    );
    if (replaced.includes(undefined)) {
      return undefined;
    }
    options = replaced.flatMap(each => each ?? []).slice(0, MAX_ENVIRONMENTS);
  }
  return undefined;
}

/** Puts in every value of the first variable of a text. */
function replaceFirst(
  { text, value }: Option,
  variables: (key: string) => Value | undefined,
  matrix: ReadonlyMap<string, Value[]>,
): Option[] | undefined {
  const [whole, name] = VARIABLE.exec(text) ?? [];
  if (!whole || !name || text.includes('$[[')) {
    return text.includes('$') ? undefined : [{ text, value }];
  }
  const cells = matrix.get(name);
  const known = variables(name);
  const single = known?.get('value') ?? known;
  // Whoever starts the pipeline by hand changes variables that are described.
  const isAsked = known?.get('description') !== undefined;
  const choices =
    cells ?? (single?.text !== undefined && !isAsked ? [single] : []);
  return choices.length === 0
    ? undefined
    : choices.map(choice => ({
        text: text.replace(whole, () => choice.text ?? ''),
        value: cells ? choice : value,
      }));
}

function distinct(options: readonly Option[]): Option[] {
  return [...new Map(options.map(each => [each.text, each])).values()];
}
