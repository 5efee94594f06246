import {
  checkHandoverDocument,
  findSecrets,
  scanForSecrets,
} from '../../secrets';

// Put together at run time, so that no scanner takes this file for a leak.
const letters = 'aB3dE5gH7jK9mN1pQ4rS6tU8vW0xY2zC';
const jwt = [
  Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url'),
  Buffer.from('{"sub":"1234567890","name":"x"}').toString('base64url'),
  letters,
].join('.');
const pem = (kind: string) =>
  `-----BEGIN ${kind}-----\n${letters}${letters}\n-----END ${kind}-----`;

const SECRETS: [kind: string, line: string, secret: string][] = [
  ['AWS', `key ${'AKIA'}IOSFODNN7EXBMPLE here`, 'AKIAIOSFODNN7EXBMPLE'],
  [
    'key',
    `AWS_SECRET_ACCESS_KEY = "${letters}${'abCD1234'}"`,
    `${letters}abCD1234`,
  ],
  ['GitHub', `git clone with ${'ghp_'}${letters}abcD`, letters],
  [
    'Slack',
    `hook ${'xoxb-'}123456789012-1234567890123-${letters.slice(0, 24)}`,
    letters.slice(0, 24),
  ],
  [
    'link',
    'see https://admin:Sup3rS3cret@jenkins.example.com/job',
    'Sup3rS3cret',
  ],
  [
    'link',
    'psql postgresql://orders:Sup3rS3cret@db.example.com:5432/o',
    'Sup3rS3cret',
  ],
  ['Web Token', `curl -H "X-Auth: ${jwt}"`, letters],
  ['Google', `maps with ${'AIza'}SyA${letters}`, letters],
  [
    'cloudflare',
    `deploy with ${'cfut_'}${letters}aB3dE5gH${'3f9a1c7e'}`,
    letters,
  ],
  ['private key', pem('EC PRIVATE KEY').split('\n')[0], 'BEGIN EC'],
  ['private key', pem('OPENSSH PRIVATE KEY').split('\n')[0], 'BEGIN OPENSSH'],
  [
    'private key',
    `client-key-data: ${Buffer.from(pem('RSA PRIVATE KEY')).toString(
      'base64',
    )}`,
    'LS0tLS1CRUdJTi',
  ],
  ['password', 'password: hunter2', 'hunter2'],
  ['password', 'Password = Winter2026!', 'Winter2026'],
  ['password', '{"password": "hunter2", "user": "x"}', 'hunter2'],
  ['password', 'password: "p@ssword-of-ours"', 'p@ssword-of-ours'],
  ['password', 'export ORDERS_DB_PASSWORD=abc123xyz', 'abc123xyz'],
  ['password', 'PGPASSWORD=abc123xyz psql -h db', 'abc123xyz'],
  ['password', 'mysql --password Sup3rS3cret orders', 'Sup3rS3cret'],
  ['password', 'mysql --password=Sup3rS3cret orders', 'Sup3rS3cret'],
  ['password', "the password is 'hunter2', do not tell", 'hunter2'],
  ['password', 'password: Sup3rS3cret! (rotate it soon)', 'Sup3rS3cret'],
  [
    'password',
    'curl -u admin:Sup3rS3cret https://jenkins.example.com',
    'Sup3rS3cret',
  ],
  ['password', 'pwd: 20261120', '20261120'],
  ['token', 'apiKey: 4f8a9c0d1e2b3c4d5e6f', '4f8a9c0d1e2b3c4d5e6f'],
  ['token', 'token: f47ac10b-58cc-4372-a567-0e02b2c3d479', 'f47ac10b'],
  ['token', `client_secret=${letters}`, letters],
  ['token', `Authorization: Bearer ${letters}`, letters],
];

const PROSE = [
  'the password: ask the on-call lead',
  'password: ask2 the lead about it',
  'x=1, then the password: ask2 the lead about it',
  'Password: in Vault',
  'password: Vault',
  'password: none',
  'the password is stored in Vault under orders',
  'the password is rotated every 90 days',
  'passwords: rotated quarterly, see https://wiki.example.com/pw2026',
  'secretRef: orders-db',
  'secretName: orders-db-credentials',
  'secret: orders-db-v2',
  'secret: prod/eu1/orders-db',
  'secretKeyRef: {name: orders-db, key: password}',
  'kubectl get secret orders-db-2 -o yaml',
  'kubectl create secret generic orders-db --from-literal=password=$DB_PASSWORD',
  'export DB_PASSWORD=$(vault read -field=password secret/orders)',
  'password: ${DB_PASSWORD}',
  'password: {{ .Values.db.password }}',
  'password: <the one from Vault>',
  'password: ********',
  'password: xxxxxxxx',
  'password: vault:secret/data/orders#password1',
  'password: op://Shared/orders-db/password1',
  'password: /run/secrets/db-password1',
  'token: arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-1a2b3c',
  'tokens: expire after 15m',
  'token: 15m',
  'token: short-lived',
  'credentials: 1Password',
  'secret: AWS-Secrets-Manager',
  'A bearer token is needed, Bearer authentication-with-a-long-name',
  'AWS account 123456789012',
  'image orders@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
  'bypass: gate-2026 by the release manager',
  'compass: 8-point2',
  'missing secrets; validate the secret locations',
  'curl -u $USER:$TOKEN https://jenkins.example.com',
  'https://jenkins.example.com/job/orders/42',
  'mailto:oncall@example.com',
  'Certificates begin with -----BEGIN CERTIFICATE-----',
];

it.each(SECRETS)(
  'finds a %s in %j and does not repeat it',
  async (kind, line, secret) => {
    const problems = await findSecrets(`a: b\n\nnote: ${line}\n`);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 3, severity: 'error' });
    expect(problems[0].message).toContain(kind);
    expect(JSON.stringify(problems)).not.toContain(secret);
  },
);

it.each(PROSE)('finds nothing in %j', async line => {
  expect(await findSecrets(`note: |\n  ${line}\n`)).toEqual([]);
});

it('finds a password that stands in the middle of a mapping', async () => {
  expect(
    await findSecrets('db:\r\n  user: orders\r\n  password: hunter2\r\n'),
  ).toMatchObject([{ line: 3, column: 13 }]);
});

it('finds a secret that the YAML writes with escapes', async () => {
  expect(
    await findSecrets('a: b\nnote: "key AK\\x49AIOSFODNN7EXBMPLE."\n'),
  ).toMatchObject([{ line: 2, column: 7 }]);
});

it('cannot be switched off by a comment', async () => {
  expect(
    await findSecrets(
      `# secretlint-disable\nnote: ${'AKIA'}IOSFODNN7EXBMPLE # secretlint-disable-line\n`,
    ),
  ).toHaveLength(1);
});

it('reports each of several secrets once', async () => {
  const problems = await findSecrets(
    `a: "password: hunter2"\nb: "password: hunter2"\nc: ${'ghp_'}${letters}abcD\n`,
  );
  expect(problems.map(({ line }) => line)).toEqual([1, 2, 3]);
});

it('refuses a document with a secret, and keeps the secret out of every problem', async () => {
  const key = `${'AKIA'}IOSFODNN7EXBMPLE`;
  const result = await checkHandoverDocument(
    `apiVersion: handover.dev/v1\nkind: Handover\n${key}: x\n` +
      `deployment:\n  trigger:\n    "password: hunter2": often\n`,
  );

  expect(result.document).toBeUndefined();
  expect(result.problems.map(({ line }) => line)).toEqual([3, 3, 6, 6]);
  expect(JSON.stringify(result)).not.toMatch(/AKIA|hunter2/);
  expect(JSON.stringify(result)).toContain('[redacted]');
});

it('accepts a document without secrets', async () => {
  expect(
    await checkHandoverDocument(
      'apiVersion: handover.dev/v1\nkind: Handover\n',
    ),
  ).toEqual({
    document: { apiVersion: 'handover.dev/v1', kind: 'Handover' },
    problems: [],
  });
});

it('redacts other texts, too', async () => {
  const { redact } = await scanForSecrets('password: hunter2');
  expect(redact('could not read hunter2')).toBe('could not read [redacted]');
});

it('takes time in proportion to text that is made to be slow', async () => {
  for (const unit of [
    'password=',
    'eyJaaaaaaaaa.',
    'a-',
    '-----BEGIN ',
    '--a',
    ' ',
    'AKIA',
    'x://a:',
    'Bearer ',
    '$2',
  ]) {
    const start = performance.now();
    await findSecrets(unit.repeat(Math.ceil(250_000 / unit.length)));
    expect(performance.now() - start).toBeLessThan(5_000);
  }
}, 60_000);

it('lists the first of very many secrets, and the number of the others', async () => {
  const problems = await findSecrets(
    Array.from({ length: 13_000 }, (_, i) => `password: hunter${i}\n`).join(''),
  );
  expect(problems).toHaveLength(201);
  expect(problems[200].message).toMatch(/^and \d+ more problems$/);
});
