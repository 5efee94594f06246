import { linesOf } from '../../lines';
import type { OwnerRule } from './types';
import {
  beforeComment,
  isGithubOwner,
  withoutEscapes,
  wordsOfLine,
} from './words';

/**
 * CODEOWNERS as GitHub reads it. A line that it does not understand, with `!`,
 * `[ ]`, a pattern that begins with `\#` or an owner that cannot be one, is left out.
 */
export function readGithubOwners(text: string): OwnerRule[] {
  return linesOf(text).flatMap(({ text: each, line }): OwnerRule[] => {
    const [pattern, ...owners] = beforeComment(wordsOfLine(each));
    return pattern === undefined ||
      /^!|^\\#|\[|\]/.test(pattern) ||
      !owners.every(isGithubOwner)
      ? []
      : [{ pattern: withoutEscapes(pattern), owners, line, section: '' }];
  });
}
