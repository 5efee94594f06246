import { linesOf } from '../../lines';
import type { OwnerRule } from './types';
import {
  beforeComment,
  isGitlabOwner,
  withoutEscapes,
  wordsOfLine,
} from './words';

/** `[Section]`, `^[Optional section]`, `[Section][2] @owners` */
const HEADING = /^\^?\[([^\]]+)\](?:\[\d+\])?\s*(.*)$/;

/**
 * CODEOWNERS as GitLab reads it. Sections of the same name, in any case, are one.
 * A rule without owners has those of its heading; `!` takes paths out of a section.
 */
export function readGitlabOwners(text: string): OwnerRule[] {
  const rules: OwnerRule[] = [];
  let section = '';
  let inherited: string[] = [];
  for (const { text: each, line } of linesOf(text)) {
    const trimmed = each.trim();
    const [, name, rest] = HEADING.exec(trimmed) ?? [];
    if (name !== undefined) {
      section = name.trim().toLocaleLowerCase('en-US');
      inherited = beforeComment(wordsOfLine(rest)).filter(isGitlabOwner);
      continue;
    }
    const words = beforeComment(wordsOfLine(trimmed));
    const [first, ...owners] = words;
    const isExclusion = first?.startsWith('!') ?? false;
    if (
      first !== undefined &&
      !/^\^?\[/.test(first) &&
      (isExclusion || owners.every(isGitlabOwner))
    ) {
      const given = owners.length > 0 ? owners : inherited;
      rules.push({
        pattern: withoutEscapes(isExclusion ? first.slice(1) : first),
        owners: isExclusion ? [] : given,
        line,
        section,
      });
    }
  }
  return rules;
}

/** Only GitLab has headings of sections. */
export function hasSections(text: string): boolean {
  return linesOf(text).some(({ text: each }) => HEADING.test(each.trim()));
}
