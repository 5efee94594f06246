import type { OwnerRule } from './types';

/** A name that no rule names. */
const ANY = '\u{1F512}';

/** Longer patterns are not compared. */
const MAX_PATTERN = 300;

/**
 * The rules that decide for something: not those that a later rule of the same
 * section overrules for all that they match.
 */
export function inForce(rules: readonly OwnerRule[]): OwnerRule[] {
  return rules.filter(
    (rule, index) =>
      rule.owners.length > 0 &&
      !rules
        .slice(index + 1)
        .some(later => later.section === rule.section && covers(later, rule)),
  );
}

/** Does one rule match whatever the other one matches? */
function covers(later: OwnerRule, earlier: OwnerRule): boolean {
  if (later.pattern === earlier.pattern || matchesAll(later.pattern)) {
    return true;
  }
  const folder = folderOf(later.pattern);
  return (
    folder !== undefined &&
    samplesOf(earlier.pattern).every(sample => sample.startsWith(folder))
  );
}

function matchesAll(pattern: string): boolean {
  return /^\/?\*\*?(\/\*\*?)?$|^\/$/.test(pattern) && pattern !== '/*';
}

/** The folder at a fixed place that a pattern means with all that is in it. */
function folderOf(pattern: string): string | undefined {
  const folder = /^(\/[^*?]*|[^*?]+\/[^*?]+)\/(\*\*\/?\*?)?$/.exec(
    pattern,
  )?.[1];
  return folder === undefined || pattern.length > MAX_PATTERN
    ? undefined
    : `${folder.replace(/^\//, '')}/`;
}

/** Paths that a pattern matches. */
function samplesOf(pattern: string): string[] {
  const plain = pattern.replace(/^\//, '').replace(/\*+|\?/g, ANY);
  // Without a slash before its end, it matches in every folder.
  const isAnywhere = !pattern.replace(/\/$/, '').includes('/');
  return [plain, ...(isAnywhere ? [`${ANY}/${plain}`] : [])];
}
