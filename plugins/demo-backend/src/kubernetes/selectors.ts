import type { DemoObject } from '../world/types';
import { KubernetesError } from './KubernetesError';

type Predicate = (object: DemoObject) => boolean;

/**
 * What a label selector selects: `a=b`, `a!=b`, `a in (b,c)`, `a notin (b,c)`,
 * `a` and `!a`, all of them.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
 */
export function labelSelector(selector: string): Predicate {
  const requirements = split(selector).map(requirement => {
    const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(requirement);
    if (set) {
      const values = set[3].split(',').map(each => each.trim());
      return set[2] === 'in'
        ? (labels: Labels) => values.includes(labels[set[1]] ?? '\0')
        : (labels: Labels) => !values.includes(labels[set[1]] ?? '\0');
    }
    const comparison = /^([^=!\s]+)\s*(==|=|!=)\s*([^=!\s]*)$/.exec(
      requirement,
    );
    if (comparison) {
      const [, key, operator, value] = comparison;
      return operator === '!='
        ? (labels: Labels) => labels[key] !== value
        : (labels: Labels) => labels[key] === value;
    }
    const exists = /^(!?)\s*([^=!\s()]+)$/.exec(requirement);
    if (exists) {
      return (labels: Labels) =>
        (labels[exists[2]] !== undefined) === (exists[1] === '');
    }
    throw new KubernetesError(
      400,
      `unable to parse requirement: '${requirement}'`,
    );
  });
  return ({ metadata }) =>
    requirements.every(holds => holds(metadata.labels ?? {}));
}

type Labels = Record<string, string | undefined>;

/** What a field selector selects: `path=value` and `path!=value`, all of them. */
export function fieldSelector(selector: string): Predicate {
  const requirements = split(selector).map(requirement => {
    const match = /^([\w.]+)\s*(==|=|!=)\s*(.*)$/.exec(requirement);
    if (!match) {
      throw new KubernetesError(
        400,
        `invalid field selector: '${requirement}'`,
      );
    }
    const [, path, operator, value] = match;
    return (object: DemoObject) =>
      (valueAt(object, path) === value) === (operator !== '!=');
  });
  return object => requirements.every(holds => holds(object));
}

function valueAt(object: DemoObject, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key)
          ? (at as Record<string, unknown>)[key]
          : undefined,
      object,
    );
  return value === undefined ? '' : String(value);
}

/** At the commas that are not between parentheses. */
function split(selector: string): string[] {
  return selector
    .split(/,(?![^(]*\))/)
    .map(each => each.trim())
    .filter(each => each !== '');
}
