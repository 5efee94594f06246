import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretRange } from './patterns';

/** The rule that lets a comment in the text switch the other rules off. */
const COMMENT_SWITCH = '@secretlint/secretlint-rule-filter-comments';

// It keeps an entry for each rule and text, for ever, and is on unless told otherwise.
secretLintProfiler.setEnabled(false);

/** How the rules' names are written in a sentence, where capital letters are not enough. */
const NAMES: Record<string, string> = {
  gcp: 'Google Cloud credential',
  npm: 'npm token',
  slack: 'Slack token',
  privatekey: 'private key',
  github: 'GitHub token',
  gitlab: 'GitLab token',
  openai: 'OpenAI key',
  sendgrid: 'SendGrid key',
  docker: 'Docker credential',
  'hashicorp-vault': 'Vault token',
};

/**
 * Rules that are left out: what they find, patterns.ts and knownTokens.ts find
 * too, with fewer exceptions and in less time.
 */
const COVERED = [
  '@secretlint/secretlint-rule-aws',
  '@secretlint/secretlint-rule-basicauth',
  '@secretlint/secretlint-rule-database-connection-string',
];

const CONFIGURED = rules
  .filter(({ meta: { id } }) => id !== COMMENT_SWITCH && !COVERED.includes(id))
  .map(rule => ({ id: rule.meta.id, rule }));

/** The shortest word that these rules look for. */
const MIN_LENGTH = 16;
const [TAB, RETURN, SPACE, DIGIT_0, DIGIT_9] = [...'\t\r 09'].map(character =>
  character.charCodeAt(0),
);

/** Secrets that the rules of secretlint know. */
export async function findByMaintainedRules(
  text: string,
): Promise<SecretRange[]> {
  // Nearly all lines are prose, and a rule costs time for each of them.
  const lines: { at: number; to: number; line: string }[] = [];
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, end);
    if (hasCandidate(line)) {
      lines.push({ at, to: length, line });
      length += line.length + 1;
    }
    at = end + 1;
  }
  if (lines.length === 0) {
    return [];
  }
  const ranges = await findInLines(lines.map(({ line }) => line).join('\n'));
  return ranges.map(range => {
    const { at, to } = lines.findLast(each => each.to <= range.start)!;
    const start = range.start - to + at;
    // Some ranges end early: the rest of the token belongs to the secret.
    const end = endOfToken(text, range.end - to + at);
    return { start, end, kind: range.kind };
  });
}

/**
 * Whether a word is long and has a digit: all that the rules look for are such
 * words. Character by character: a regular expression takes ten times as long.
 */
function hasCandidate(line: string): boolean {
  let length = 0;
  let hasDigit = false;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === SPACE || (code >= TAB && code <= RETURN)) {
      length = 0;
      hasDigit = false;
      continue;
    }
    length += 1;
    hasDigit ||= code >= DIGIT_0 && code <= DIGIT_9;
    if (hasDigit && length >= MIN_LENGTH) {
      return true;
    }
  }
  return false;
}

async function findInLines(text: string): Promise<SecretRange[]> {
  const result = await lintSource({
    source: {
      content: text,
      filePath: 'handover.yaml',
      ext: '.yaml',
      contentType: 'text',
    },
    options: {
      noPhysicFilePath: true,
      maskSecrets: true,
      config: { rules: CONFIGURED },
    },
  });
  return result.messages.map(({ range, ruleId }) => ({
    start: range[0],
    end: range[1],
    kind: kindOf(ruleId),
  }));
}

function endOfToken(text: string, from: number): number {
  const length = text.slice(from).search(/[\s"'`,;]|$/);
  return from + Math.max(length, 0);
}

function kindOf(ruleId: string): string {
  const rule = ruleId.replace('@secretlint/secretlint-rule-', '');
  return NAMES[rule] ?? `${rule.replace(/-/g, ' ')} credential`;
}
