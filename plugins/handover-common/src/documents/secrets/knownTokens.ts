/**
 * Secrets that are recognized by how they begin, whatever surrounds them. One
 * expression looks for all of them at once.
 */
const TOKENS: readonly (readonly [kind: string, form: string])[] = [
  ['GitHub token', String.raw`gh[opsur]_\w{30,255}|github_pat_\w{22,255}`],
  [
    'GitLab token',
    String.raw`gl(?:pat|ptt|dt|rt|rtr|cbt|ft|imt|agent|soat|ffct|wt)-[\w.-]{16,300}`,
  ],
  [
    'Slack token',
    String.raw`xox[abceoprs]-[\w-]{10,300}|xapp-\d-[\w-]{10,300}|xoxe\.xox[bp]-\d-[\w-]{20,300}`,
  ],
  ['AWS credential', String.raw`(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?!\w)`],
  ['Alibaba Cloud credential', String.raw`LTAI\w{12,24}(?!\w)`],
  [
    'Google credential',
    String.raw`AIza[\w-]{35}(?![\w-])|GOCSPX-[\w-]{20,60}|ya29\.[\w-]{20,500}|1\/\/0[\w-]{30,200}`,
  ],
  ['Azure credential', String.raw`[\w.~-]{3}8Q~[\w.~-]{31,34}(?![\w.~-])`],
  [
    'Stripe key',
    String.raw`[sr]k_(?:live|test|prod)_\w{16,255}|whsec_[\w+/=]{20,200}`,
  ],
  ['Twilio key', String.raw`SK[0-9a-f]{32}(?!\w)`],
  ['SendGrid key', String.raw`SG\.[\w-]{16,64}\.[\w-]{16,64}`],
  ['Mailgun key', String.raw`key-[0-9a-f]{32}(?!\w)`],
  ['Mailchimp key', String.raw`[0-9a-f]{32}-us\d{1,2}(?!\w)`],
  ['Brevo key', String.raw`xkeysib-[0-9a-f]{50,100}`],
  ['npm token', String.raw`npm_\w{30,60}`],
  ['PyPI token', String.raw`pypi-[\w-]{20,400}`],
  ['RubyGems key', String.raw`rubygems_[0-9a-f]{40,60}`],
  ['Docker token', String.raw`dckr_(?:pat|oat)_[\w-]{20,60}`],
  ['Heroku key', String.raw`HRKU-[\w-]{20,80}`],
  ['DigitalOcean token', String.raw`do[opr]_v1_[0-9a-f]{40,80}`],
  ['Vault token', String.raw`hv[sbr]\.[\w-]{20,300}|s\.[A-Za-z0-9]{24}(?!\w)`],
  ['Terraform token', String.raw`\w{14}\.atlasv1\.[\w-]{40,100}`],
  ['Databricks token', String.raw`dapi[0-9a-f]{32}(?:-\d)?(?!\w)`],
  [
    'OpenAI or Anthropic key',
    String.raw`sk-(?:proj-|svcacct-|admin-|ant-|or-)?(?=[\w-]{0,60}\d)(?=[\w-]{0,60}[A-Z])[\w-]{20,250}`,
  ],
  ['Hugging Face token', String.raw`hf_[A-Za-z0-9]{30,60}`],
  ['Groq key', String.raw`gsk_[A-Za-z0-9]{40,80}`],
  ['Replicate token', String.raw`r8_[A-Za-z0-9]{30,60}`],
  ['Linear key', String.raw`lin_(?:api|oauth)_\w{30,80}`],
  ['Notion token', String.raw`(?:secret|ntn)_[A-Za-z0-9]{40,60}`],
  [
    'Atlassian token',
    String.raw`AT(?:ATT|CTT)3x[\w=-]{20,300}|ATBB[A-Za-z0-9]{20,60}`,
  ],
  ['Shopify token', String.raw`shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}`],
  ['Grafana token', String.raw`glsa_\w{20,80}|glc_[\w+/=]{20,300}`],
  ['New Relic key', String.raw`NR(?:AK|II|JS|RA|AA)-[A-Za-z0-9_-]{20,60}`],
  ['Sentry token', String.raw`sntry[su]_[\w=+/-]{20,300}`],
  ['Square credential', String.raw`sq0(?:atp|csp|idp)-[\w-]{22,60}`],
  ['NuGet key', String.raw`oy2[a-z0-9]{43}(?!\w)`],
  ['SonarQube token', String.raw`sq[pua]_[0-9a-f]{40}`],
  [
    'Artifactory token',
    String.raw`AKCp[A-Za-z0-9]{30,120}|cmVmdGtu[A-Za-z0-9]{30,120}`,
  ],
  ['CircleCI token', String.raw`CCI(?:PAT|PRJ)_\w{10,120}`],
  ['Buildkite token', String.raw`bk(?:ua|aj|ct)_[0-9a-f]{30,60}`],
  ['Doppler token', String.raw`dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.]{20,80}`],
  ['Figma token', String.raw`fig[dou]_[\w-]{20,80}`],
  ['Tailscale key', String.raw`tskey-[a-z]{2,12}-[\w-]{10,80}`],
  ['Pulumi token', String.raw`pul-[0-9a-f]{40}`],
  ['Postman key', String.raw`PMAK-[0-9a-f]{24}-[0-9a-f]{34}`],
  ['Airtable token', String.raw`pat[A-Za-z0-9]{14}\.[0-9a-f]{64}`],
  ['Sourcegraph token', String.raw`sgp_(?:[0-9a-f]{16}_)?[0-9a-f]{40}`],
  ['Netlify token', String.raw`nfp_[A-Za-z0-9]{30,60}`],
  ['Fly token', String.raw`fm[12]_[\w+/=]{30,300}`],
  [
    '1Password token',
    String.raw`ops_eyJ[\w-]{50,1000}|A3-[A-Z0-9]{6}-(?:[A-Z0-9]{5,11}-){2,5}[A-Z0-9]{5}`,
  ],
  ['age key', String.raw`AGE-SECRET-KEY-1[A-Z0-9]{50,60}`],
  ['Telegram token', String.raw`\d{8,10}:AA[\w-]{30,40}(?![\w-])`],
  [
    'Discord token',
    String.raw`[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])`,
  ],
  [
    'JSON Web Token',
    String.raw`eyJ[\w-]{8,4000}\.eyJ[\w-]{8,4000}\.[\w-]{8,4000}`,
  ],
  [
    'password hash',
    String.raw`\$(?:2[abxy]\$\d\d\$[\w./]{53}|(?:apr1|1|5|6|y)\$[^\s$:]{1,40}\$[\w./]{20,100}|argon2(?:id|i|d)\$[^\s,]{4,40})`,
  ],
  ['password hash', String.raw`\{SSHA(?:256|512)?\}[\w+/=]{20,200}`],
];

/** Every token, with the number of its form as the name of its group. */
const EXPRESSION = new RegExp(
  `(?<![\\w-])(?:${TOKENS.map(
    ([, form], index) => `(?<t${index}>${form})`,
  ).join('|')})`,
  'g',
);

/** No token is shorter, or has one of these characters. */
const MIN_LENGTH = 16;
const BETWEEN_WORDS = ' \t\r\n"\'`<>,;()[]';
const isBetween = Array.from({ length: 128 }, (_, code) =>
  BETWEEN_WORDS.includes(String.fromCharCode(code)),
);

/** Finds the tokens in a text. */
export function findKnownTokens(
  text: string,
): { start: number; end: number; kind: string }[] {
  const words = longWords(text);
  // Nearly always there is none: one search among all words says so.
  if (
    words
      .map(({ word }) => word)
      .join(' ')
      .search(EXPRESSION) < 0
  ) {
    return [];
  }
  return words.flatMap(({ word, at }) =>
    [...word.matchAll(EXPRESSION)].map(match => {
      const index = TOKENS.findIndex((_, i) => match.groups?.[`t${i}`]);
      const start = at + match.index;
      return { start, end: start + match[0].length, kind: TOKENS[index][0] };
    }),
  );
}

/** Character by character: a regular expression takes ten times as long. */
function longWords(text: string): { word: string; at: number }[] {
  const words: { word: string; at: number }[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i === text.length || isBetween[text.charCodeAt(i)]) {
      if (i - start >= MIN_LENGTH) {
        words.push({ word: text.slice(start, i), at: start });
      }
      start = i + 1;
    }
  }
  return words;
}
