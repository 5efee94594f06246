import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { handoverJsonSchema } from '@backstage-handover/plugin-handover-common/documents';
import { parse } from 'yaml';
import {
  bundle,
  handover,
  INVALID,
  inTerminal,
  ORDERS,
} from './__testUtils__/handover';

const COLOR = /\p{Cc}\[\d+m/u;

it('prints help and version', async () => {
  const { code, stdout, stderr } = await handover(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Usage: handover \[options\] \[command\]\n/);
  const manifest = JSON.parse(
    await readFile(path.join(__dirname, '../package.json'), 'utf8'),
  );
  expect(await handover(['--version'])).toEqual({
    code: 0,
    stdout: `handover ${manifest.version}\n`,
    stderr: '',
  });
});

it('helps with every command, with examples and exit codes', async () => {
  const { stdout } = await handover(['--help']);
  const names = [...stdout.matchAll(/^ {2}([a-z]+) /gm)]
    .map(match => match[1])
    .filter(name => name !== 'help');
  expect(names).toContain('lint');
  for (const name of names) {
    const help = await handover([name, '--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(new RegExp(`^Usage: handover ${name}`));
    expect(help.stdout).toMatch(/^Examples\n {2}\$ /m);
    expect(help.stdout).toMatch(/^Exit codes\n {2}0 /m);
    expect(await handover(['help', name])).toEqual(help);
  }
});

it.each([
  [
    ['lnt'],
    "error: unknown command 'lnt'\n(Did you mean lint?)\nSee 'handover --help'.\n",
  ],
  [
    ['lint', '--fromat', 'json'],
    "error: unknown option '--fromat'\n(Did you mean --format?)\nSee 'handover lint --help'.\n",
  ],
  [
    ['lint', '--format', 'xml'],
    "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are human, json, sarif, github.\nSee 'handover lint --help'.\n",
  ],
  [
    ['schema', 'extra'],
    "error: too many arguments for 'schema'. Expected 0 arguments but got 1.\nSee 'handover schema --help'.\n",
  ],
])('ends with 2 for %j and says what was meant', async (args, message) => {
  expect(await handover(args)).toEqual({
    code: 2,
    stdout: '',
    stderr: message,
  });
});

it('shows help where no command is given', async () => {
  const { code, stdout, stderr } = await handover([]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^Usage: handover/);
});

describe('colors', () => {
  it('are for terminals', async () => {
    const { stdout } = await inTerminal(['lint', INVALID], {});
    expect(stdout).toMatch(COLOR);
    const piped = await handover(['lint', INVALID]);
    expect(piped.stdout + piped.stderr).not.toMatch(COLOR);
  });

  it('are off with NO_COLOR', async () => {
    for (const args of [['lint', INVALID, 'missing.yaml'], ['--help']]) {
      const { stdout } = await inTerminal(args, { env: { NO_COLOR: '1' } });
      expect(stdout.length).toBeGreaterThan(0);
      expect(stdout).not.toMatch(COLOR);
    }
  });
});

it('never sends what a document says to the terminal as commands', async () => {
  const hostile = '\\e[2J\\x9b31m\\u202e';
  const document = (what: string) =>
    [
      'apiVersion: handover.dev/v1',
      'kind: Handover',
      `overview: { purpose: "${hostile}${what}" }`,
      `environments: { items: [{ name: "${hostile}" }] }`,
      'windows:',
      '  items:',
      '    - id: w',
      `      title: "${hostile}"`,
      '      effect: deny',
      `      reason: "${hostile}"`,
      '      schedule: { cron: "* * * * *", duration: PT1H, timeZone: UTC }',
      '',
    ].join('\n');
  const invalid = `"${hostile}key": 1\n${document('a')}`;
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-cli-'));
  const [before, after] = ['a', 'b'].map(name =>
    path.join(folder, `${name}.yaml`),
  );
  await writeFile(before, document('a'));
  await writeFile(after, document('b'));
  const outcomes = [
    await handover(['lint', '-'], { stdin: invalid }),
    await handover(['lint', '-', '--format=github'], { stdin: invalid }),
    await handover(['coverage', '-'], { stdin: invalid }),
    await handover(['diff', before, after]),
    await handover(['windows', before]),
    await handover(['windows', before, '--environment', '\u001b[2J']),
  ];
  await rm(folder, { recursive: true });
  for (const { stdout, stderr } of outcomes) {
    expect(stdout + stderr).toContain('\uFFFD[2J');
    expect(stdout + stderr).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  }
});

it.each([
  ['schema', ['schema'], 0],
  ['lint', ['lint', '--format', 'sarif', INVALID], 1],
])(
  'is quiet when nobody reads on, and keeps the exit code of %s',
  async (_, args, exitCode) => {
    const child = spawn(process.execPath, [bundle(), ...args]);
    let stderr = '';
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.stdout.destroy();
    const code = await new Promise(resolve => {
      child.on('close', resolve);
    });
    expect({ code, stderr }).toEqual({ code: exitCode, stderr: '' });
  },
);

it('writes large output to slow pipes completely', async () => {
  const { stdout } = await handover(['schema']);
  expect(stdout.length).toBeGreaterThan(20_000);
  expect(JSON.parse(stdout)).toEqual(handoverJsonSchema());
});

it('prints a schema that accepts what lint accepts', async () => {
  const { stdout } = await handover(['schema']);
  const validate = new Ajv2020({
    strict: false,
    validateFormats: false,
  }).compile(JSON.parse(stdout));
  expect(validate(parse(await readFile(ORDERS, 'utf8')))).toBe(true);
  expect(validate(parse(await readFile(INVALID, 'utf8')))).toBe(false);
});

it('is one file that needs nothing but Node.js', async () => {
  const source = await readFile(bundle(), 'utf8');
  expect(source).toMatch(/^#!\/usr\/bin\/env node\n/);
  const required = [...source.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(
    match => match[1],
  );
  expect(required.length).toBeGreaterThan(0);
  expect(
    required.filter(
      name => !builtinModules.includes(name.replace(/^node:/, '')),
    ),
  ).toEqual([]);
  const licenses = path.join(
    path.dirname(bundle()),
    'THIRD-PARTY-LICENSES.txt',
  );
  const notices = await readFile(licenses, 'utf8');
  expect(notices).toMatch(/^commander \d/m);
  expect(notices).toMatch(/^zod \d/m);
  expect((await stat(bundle())).size).toBeLessThan(3_000_000);
});
