import { findSecrets } from '../../secrets';
import { ORDINARY_LINES, SECRET_KINDS } from './__testUtils__/secretKinds';

/** As a line of a block of text, and as a value of its own. */
const foundIn = async (line: string) =>
  (await findSecrets(`note: |\n  ${line}\n`)).length > 0;

it('has enough kinds and enough ordinary lines to say something', () => {
  expect(SECRET_KINDS.length).toBeGreaterThanOrEqual(85);
  expect(new Set(SECRET_KINDS.map(([kind]) => kind)).size).toBe(
    SECRET_KINDS.length,
  );
  expect(ORDINARY_LINES.length).toBeGreaterThanOrEqual(87);
});

it.each(SECRET_KINDS)('finds this kind of secret: %s', async (_, line) => {
  expect(await foundIn(line)).toBe(true);
});

it.each(ORDINARY_LINES)('finds nothing in %j', async line => {
  expect(await foundIn(line)).toBe(false);
});

/** Kinds whose message names who issued the secret. */
const NAMED = [
  'AWS access key',
  'GitHub token',
  'GitLab token',
  'Slack bot token',
  'Discord token',
  'Telegram token',
  'Google API key',
  'Azure client secret',
  'Stripe key',
  'Twilio key',
  'SendGrid key',
  'Mailgun key',
  'Mailchimp key',
  'npm token',
  'PyPI token',
  'RubyGems key',
  'Docker token',
  'DigitalOcean token',
  'Vault token',
  'Terraform token',
  'Databricks token',
  'OpenAI key',
  'Anthropic key',
  'Hugging Face token',
  'Linear key',
  'Notion token',
  'Atlassian token',
  'Shopify token',
  'Grafana token',
  'New Relic key',
  'Sentry token',
  'SonarQube token',
  'Artifactory token',
  'CircleCI token',
  'Doppler token',
  'Figma token',
  'Tailscale key',
  'age key',
  'JSON Web Token',
];

it.each(NAMED)('names who issued this kind of secret: %s', async kind => {
  const [, line] = SECRET_KINDS.find(([name]) => name === kind)!;
  const [{ message }] = await findSecrets(`note: |\n  ${line}\n`);
  const [who] = kind.split(' ');
  expect(message.toLowerCase()).toContain(who.toLowerCase());
});
