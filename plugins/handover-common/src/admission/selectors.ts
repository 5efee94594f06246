type Labels = Readonly<Record<string, string>>;

/**
 * A label selector.
 *
 * @alpha
 */
export type LabelSelector = {
  /** The labels that it requires with one value. */
  labels: Record<string, string>;
  matches(labels: Labels): boolean;
};

/** One requirement: `a`, `!a`, `a=b`, `a!=b`, `a in (b, c)` or `a notin (b, c)`. */
const REQUIREMENT =
  /^(?:(!)\s*)?([^\s!=(),]+)(?:\s*(==|=|!=)\s*([^\s!=(),]*)|\s+(in|notin)\s*\(([^()]*)\))?$/;

/** A comma that separates requirements is not in parentheses. */
const COMMA = /,(?![^(]*\))/;

/** Longer ones are nobody's, and would take long to read. */
const MAX_LENGTH = 2_000;

/**
 * Reads a label selector as Kubernetes writes them.
 *
 * @returns Undefined if it is empty or not a selector: neither matches anything.
 *
 * @alpha
 */
export function parseSelector(text: string): LabelSelector | undefined {
  if (text.trim() === '' || text.length > MAX_LENGTH) {
    return undefined;
  }
  const labels: Record<string, string> = {};
  const tests: ((labels: Labels) => boolean)[] = [];
  for (const part of text.split(COMMA)) {
    const found = REQUIREMENT.exec(part.trim());
    if (!found) {
      return undefined;
    }
    const [, not, key, comparison, value, set, list = ''] = found;
    const values =
      set === undefined ? [value] : list.split(',').map(each => each.trim());
    const isNegative = not || comparison === '!=' || set === 'notin';
    if (not && (comparison || set)) {
      return undefined;
    }
    if (comparison === undefined && set === undefined) {
      tests.push(each => Object.hasOwn(each, key) !== Boolean(not));
      continue;
    }
    if (!isNegative && values.length === 1) {
      labels[key] = values[0];
    }
    tests.push(each => {
      const isOne = Object.hasOwn(each, key) && values.includes(each[key]);
      return isOne !== Boolean(isNegative);
    });
  }
  return { labels, matches: each => tests.every(test => test(each)) };
}
