import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretRange } from './patterns';

/** The rule that lets a comment in the text switch the other rules off. */
const COMMENT_SWITCH = '@secretlint/secretlint-rule-filter-comments';

/** How the rules' names are written in a sentence, where capital letters are not enough. */
const NAMES: Record<string, string> = {
  aws: 'AWS credential',
  gcp: 'Google Cloud credential',
  npm: 'npm token',
  slack: 'Slack token',
  basicauth: 'password in a link',
  privatekey: 'private key',
  github: 'GitHub token',
  gitlab: 'GitLab token',
  openai: 'OpenAI key',
  sendgrid: 'SendGrid key',
  docker: 'Docker credential',
  'database-connection-string': 'password in a database connection string',
  'hashicorp-vault': 'Vault token',
};

/** Secrets that the rules of secretlint know. */
export async function findByMaintainedRules(
  text: string,
): Promise<SecretRange[]> {
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
      config: {
        rules: rules
          .filter(rule => rule.meta.id !== COMMENT_SWITCH)
          .map(rule => ({
            id: rule.meta.id,
            rule,
            ...(rule.meta.id === '@secretlint/secretlint-rule-aws'
              ? {
                  options: { enableIDScanRule: true },
                  // The number of an account says where, and opens nothing.
                  allowMessageIds: ['AWSAccountID'],
                }
              : {}),
          })),
      },
    },
  });
  return result.messages.map(({ range, ruleId }) => ({
    start: range[0],
    // Some ranges end early: the rest of the token belongs to the secret.
    end: endOfToken(text, range[1]),
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
