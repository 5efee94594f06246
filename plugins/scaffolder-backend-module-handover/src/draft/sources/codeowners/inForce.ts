import type { OwnerRule } from './types';

/** A name that no rule names. */
const ANY = '\u{1F512}';

/** Longer patterns are not compared. */
const MAX_PATTERN = 300;

/** What the rules of a section match that were seen so far, from the last one. */
type Later = { all: boolean; patterns: Set<string>; folders: Set<string> };

/**
 * The rules that decide for something: not those that a later rule of the same
 * section overrules for all that they match.
 */
export function inForce(rules: readonly OwnerRule[]): OwnerRule[] {
  const sections = new Map<string, Later>();
  const found: OwnerRule[] = [];
  for (const rule of [...rules].reverse()) {
    const later = sections.get(rule.section) ?? {
      all: false,
      patterns: new Set(),
      folders: new Set(),
    };
    if (rule.owners.length > 0 && !covers(later, rule.pattern)) {
      found.push(rule);
    }
    later.all ||= matchesAll(rule.pattern);
    later.patterns.add(rule.pattern);
    const folder = folderOf(rule.pattern);
    if (folder !== undefined) {
      later.folders.add(folder);
    }
    sections.set(rule.section, later);
  }
  return found.reverse();
}

/** Do later rules match whatever a pattern matches? */
function covers(later: Later, pattern: string): boolean {
  return (
    later.all ||
    later.patterns.has(pattern) ||
    (!isAnywhere(pattern) &&
      foldersAround(sampleOf(pattern)).some(each => later.folders.has(each)))
  );
}

function matchesAll(pattern: string): boolean {
  return /^\/?\*\*?(\/\*\*?)?$|^\/$/.test(pattern) && pattern !== '/*';
}

/** The folder at a fixed place that a pattern means with all that is in it. */
function folderOf(pattern: string): string | undefined {
  const end = /\/(\*\*\/?\*?)?$/.exec(pattern)?.index ?? -1;
  const folder = pattern.slice(0, Math.max(end, 0));
  // Without a slash before its end, it matches in every folder.
  const isFixed = folder.startsWith('/') || /.\/./.test(folder);
  return end < 0 ||
    pattern.length > MAX_PATTERN ||
    !isFixed ||
    /[*?]/.test(folder)
    ? undefined
    : `${folder.replace(/^\//, '')}/`;
}

/** Without a slash before its end, a pattern matches in every folder. */
function isAnywhere(pattern: string): boolean {
  return !pattern.replace(/\/$/, '').includes('/');
}

/** A path that a pattern matches. */
function sampleOf(pattern: string): string {
  return pattern.replace(/^\//, '').replace(/\*+|\?/g, ANY);
}

/** The folders that a path is in, as far as they can be patterns that are compared. */
function foldersAround(path: string): string[] {
  return [...path.slice(0, MAX_PATTERN + 1).matchAll(/\//g)].map(({ index }) =>
    path.slice(0, index + 1),
  );
}
