import type { Value } from '../../yamlFile';
import { MAX_ENVIRONMENTS, MAX_NAME } from '../types';
import type { Place } from '../types';

/** A text that an expression may stand for. */
export type Option = { text: string; place: Place };

/**
 * What a text with expressions may be: all of some values, one of them, or
 * nothing that the file says.
 */
export type Resolved =
  | { kind: 'all' | 'one'; options: Option[] }
  | { kind: 'unknown'; isPerBranch: boolean };

/** Deepest values of a matrix that are looked at: `matrix.target.region.name`. */
const MAX_MATRIX_DEPTH = 5;

const EXPRESSION = /\$\{\{([\s\S]*?)\}\}/g;

const PER_BRANCH =
  /github\.(head_ref|ref_name|ref|sha|run_id|run_number|actor|event\.(number|pull_request|issue))|branch|slug|pr_number|pr-number|preview/i;

const UNKNOWN: Resolved = { kind: 'unknown', isPerBranch: false };

/** What names in expressions stand for, as far as the repository says it. */
export class Scope {
  readonly #inputs: ReadonlyMap<string, Resolved>;
  readonly #matrix: ReadonlyMap<string, Option[]>;
  /** Of a workflow and its job, the innermost first. */
  readonly #env: readonly Value[];

  private constructor(
    inputs: ReadonlyMap<string, Resolved>,
    matrix: ReadonlyMap<string, Option[]>,
    env: readonly Value[],
  ) {
    this.#inputs = inputs;
    this.#matrix = matrix;
    this.#env = env;
  }

  static create(inputs: ReadonlyMap<string, Resolved>): Scope {
    return new Scope(inputs, new Map(), []);
  }

  /** With the matrix of a job. */
  withMatrix(job: Value): Scope {
    const found = new Map<string, Option[]>();
    const add = (key: string, value: Value, depth = 0) => {
      const { text } = value;
      if (text !== undefined) {
        const list = found.get(key) ?? [];
        if (
          list.length < MAX_ENVIRONMENTS &&
          !list.some(each => each.text === text)
        ) {
          list.push({ text, place: placeOf(value) });
        }
        found.set(key, list);
      }
      for (const each of depth < MAX_MATRIX_DEPTH ? value.entries() : []) {
        add(`${key}.${each.key}`, each.value, depth + 1);
      }
    };
    const matrix = job.get('strategy', 'matrix');
    const excluded = matrix?.get('exclude') !== undefined;
    for (const { key, value } of matrix?.entries() ?? []) {
      if (key === 'include') {
        value
          .items()
          .flatMap(item => item.entries())
          .forEach(each => add(each.key, each.value));
      } else if (key !== 'exclude') {
        value.items().forEach(item => add(key, item));
      }
    }
    // Of a matrix with exceptions it is not known what is left.
    return new Scope(this.#inputs, excluded ? new Map() : found, this.#env);
  }

  /** With the variables of a workflow or a job. */
  withEnv(env: Value | undefined): Scope {
    return env
      ? new Scope(this.#inputs, this.#matrix, [env, ...this.#env])
      : this;
  }

  resolve(value: Value, depth = 0): Resolved {
    const text = value.text ?? '';
    const place = placeOf(value);
    if (text.length > MAX_NAME) {
      return UNKNOWN;
    }
    const expressions = [...text.matchAll(EXPRESSION)];
    if (expressions.length === 0) {
      return { kind: 'all', options: [{ text, place }] };
    }
    const [[whole, inner]] = expressions;
    if (expressions.length > 1 || depth > 5) {
      return { kind: 'unknown', isPerBranch: PER_BRANCH.test(text) };
    }
    const resolved = this.#expression(inner.trim(), place, depth);
    return resolved.kind === 'unknown'
      ? resolved
      : {
          kind: resolved.kind,
          options: resolved.options.map(option => ({
            ...option,
            text: text.replace(whole, () => option.text),
          })),
        };
  }

  #expression(text: string, place: Place, depth: number): Resolved {
    const parts = text.split('||').map(part => part.trim());
    if (parts.length > 1) {
      return this.#oneOf(parts, place, depth);
    }
    const literal = /^'([^']*)'$/.exec(text)?.[1];
    if (literal !== undefined) {
      return { kind: 'all', options: [{ text: literal, place }] };
    }
    const input = /^(?:github\.event\.)?inputs\.([\w-]+)$/.exec(text)?.[1];
    if (input) {
      return this.#inputs.get(input) ?? UNKNOWN;
    }
    const key = /^matrix\.([\w.-]+)$/.exec(text)?.[1];
    if (key) {
      const options = this.#matrix.get(key);
      return options ? { kind: 'all', options } : UNKNOWN;
    }
    const variable = /^env\.(\w+)$/.exec(text)?.[1];
    const value =
      variable === undefined
        ? undefined
        : this.#env.map(env => env.get(variable)).find(Boolean);
    return value
      ? this.resolve(value, depth + 1)
      : { kind: 'unknown', isPerBranch: PER_BRANCH.test(text) };
  }

  /** `inputs.environment || 'staging'`, `condition && 'production' || 'staging'` */
  #oneOf(parts: string[], place: Place, depth: number): Resolved {
    const options: Option[] = [];
    for (const part of parts) {
      const resolved = this.#expression(
        part.split('&&').at(-1)?.trim() ?? '',
        place,
        depth,
      );
      if (resolved.kind === 'unknown') {
        return {
          kind: 'unknown',
          isPerBranch: resolved.isPerBranch || PER_BRANCH.test(part),
        };
      }
      options.push(...resolved.options.filter(each => each.text !== ''));
      if (options.length > MAX_ENVIRONMENTS) {
        return UNKNOWN;
      }
    }
    return { kind: options.length > 1 ? 'one' : 'all', options };
  }
}

/** Where a value stands. */
export function placeOf({ path, line }: Value): Place {
  return { path, line };
}
