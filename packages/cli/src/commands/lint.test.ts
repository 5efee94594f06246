import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import {
  EXAMPLES,
  handover,
  INVALID,
  MINIMAL,
  ORDERS,
  ROOT,
  useFolder,
} from '../__testUtils__/handover';

const folder = useFolder();

async function write(name: string, content: string | Uint8Array) {
  const file = path.join(folder(), name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

const at = () => ({ cwd: folder() });

it('ends with 0 for valid documents', async () => {
  const asOf = ['--at', '2026-11-30T00:00:00Z'];
  expect(await handover(['lint', ...asOf, ORDERS])).toEqual({
    code: 0,
    stdout: '',
    stderr: '1 file: 0 errors, 0 warnings\n',
  });
});

it('names the place of every problem and ends with 1', async () => {
  const { code, stdout, stderr } = await handover(
    ['lint', 'loyalty-points/handover.yaml'],
    { cwd: EXAMPLES },
  );
  expect(code).toBe(1);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(7);
  expect(lines).toContain(
    "loyalty-points/handover.yaml:36:1 escalations: unknown key 'escalations', did you mean 'escalation'?",
  );
  expect(stderr).toBe('1 file: 7 errors, 0 warnings\n');
});

it('looks for every handover.yaml below the working directory, outside node_modules', async () => {
  await write('handover.yaml', MINIMAL);
  await write('services/orders/handover.yaml', MINIMAL);
  await write('services/orders/other.yaml', 'not one of ours');
  await write('node_modules/pkg/handover.yaml', 'not ours');
  await write('services/node_modules/pkg/handover.yaml', 'not ours');

  const { code, stdout } = await handover(['lint', '--format', 'json'], at());

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    files: [
      { file: 'handover.yaml', problems: [] },
      { file: path.normalize('services/orders/handover.yaml'), problems: [] },
    ],
    summary: { files: 2, errors: 0, warnings: 0, unreadable: 0 },
  });
});

it('takes files, folders, patterns and names that look like patterns, each once', async () => {
  await write('a/handover.yaml', MINIMAL);
  await write('b/deep/er/handover.yaml', MINIMAL);
  await write('c/orders.handover.yaml', MINIMAL);
  await write('[d].yaml', MINIMAL);
  const { code, stdout } = await handover(
    [
      'lint',
      './a/handover.yaml',
      'a',
      'b',
      'c/*.handover.yaml',
      '[d].yaml',
      '--format=json',
    ],
    at(),
  );
  expect(code).toBe(0);
  const { files }: { files: { file: string }[] } = JSON.parse(stdout);
  expect(files.map(({ file }) => file)).toEqual(
    [
      'a/handover.yaml',
      'b/deep/er/handover.yaml',
      'c/orders.handover.yaml',
      '[d].yaml',
    ].map(path.normalize),
  );
});

it('reads standard input, and calls it as it is told', async () => {
  const stdin = `${MINIMAL}overviw: {}\n`;
  expect(await handover(['lint', '-'], { stdin })).toMatchObject({
    code: 1,
    stdout:
      "<stdin>:3:1 overviw: unknown key 'overviw', did you mean 'overview'?\n",
  });
  const named = await handover(
    ['lint', '-', '--stdin-filename', 'orders/handover.yaml'],
    { stdin },
  );
  expect(named.stdout).toMatch(/^orders\/handover\.yaml:3:1 /);
});

it('finds secrets without showing them', async () => {
  const stdin = `${MINIMAL}overview:\n  purpose: "password: hunter2"\n`;
  for (const format of ['human', 'json', 'sarif', 'github']) {
    const { code, stdout, stderr } = await handover(
      ['lint', '-', '--format', format],
      { stdin },
    );
    expect(code).toBe(1);
    expect(stdout).toContain('looks like a secret (password)');
    expect(stdout + stderr).not.toContain('hunter2');
  }
});

it('shows warnings, which are problems only with --strict', async () => {
  const file = await write(
    'handover.yaml',
    `${MINIMAL}environments:\n  items: [{ name: production }]\ndeployment:\n  trigger: { live: manual }\n`,
  );
  const lenient = await handover(['lint', file]);
  expect(lenient).toMatchObject({
    code: 0,
    stderr: '1 file: 0 errors, 1 warning\n',
  });
  expect(lenient.stdout).toMatch(/no environment 'live' .* \(warning\)\n$/);
  expect(await handover(['lint', '--strict', file])).toMatchObject({ code: 1 });
});

it('warns of windows that are probably mistakes, from a given time on', async () => {
  const windows = `  - id: night
    title: Night
    effect: deny
    schedule: { cron: '0 22 * * *', duration: PT8H, timeZone: UTC }
  - id: deploy
    title: Deploy
    effect: allow
    schedule: { cron: '0 23 * * *', duration: PT1H, timeZone: UTC }
  - id: fair
    title: Fair
    effect: deny
    schedule: { start: 2026-05-01, end: 2026-05-02, timeZone: UTC }
`;
  const stdin = `${MINIMAL}windows:\n  items:\n${windows.replace(/^/gm, '  ')}`;
  const check = (asOf: string, text = stdin) =>
    handover(['lint', '-', '--at', asOf], { stdin: text });
  const allowed =
    "<stdin>:12:17 windows.items[1].schedule: allows nothing in the next 400 days: 'Night' denies all its occurrences (warning)\n";
  expect(await check('2026-05-02T00:00:00Z')).toMatchObject({
    code: 0,
    stdout: allowed,
  });
  expect((await check('2026-05-03T00:00:00Z')).stdout).toBe(
    `${allowed}<stdin>:16:17 windows.items[2].schedule: has ended before 2026-05-03T00:00:00Z (warning)\n`,
  );
  const calendar = `apiVersion: handover.dev/v1\nkind: Calendar\nmetadata: { name: c, title: C, owner: team }\nwindows:\n${windows}`;
  expect((await check('2026-05-02T00:00:00Z', calendar)).stdout).toContain(
    'windows[1].schedule: allows nothing',
  );
  expect(await check('tomorrow')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("'at' is 'tomorrow'"),
  });
});

it('refuses patterns that windows do not know, and says where', async () => {
  const file = await write(
    'handover.yaml',
    `${MINIMAL}environments:
  items: [{ name: production }]
windows:
  items:
    - id: freeze
      title: Freeze
      effect: deny
      environments: ['[p]roduction', produciton, Prod]
      schedule: { start: 2026-01-01, end: 2026-01-02, timeZone: UTC }
`,
  );
  const { code, stdout } = await handover(['lint', file]);
  expect(code).toBe(1);
  expect(stdout).toContain(
    "windows.items[0].environments[0]: '[' at character 1 of '[p]roduction' is not allowed",
  );
  expect(stdout).toContain(
    "windows.items[0].environments[1]: unknown environment 'produciton', did you mean 'production'? (warning)",
  );
  expect(stdout).not.toContain('environments[2]');
});

it('allows the link schemes it is given, and no dangerous one', async () => {
  const link = (scheme: string) =>
    `${MINIMAL}architecture:\n  links: [{ title: Room, url: '${scheme}://x' }]\n`;
  const check = (scheme: string, ...args: string[]) =>
    handover(['lint', '-', ...args], { stdin: link(scheme) });
  expect((await check('slack')).code).toBe(1);
  expect((await check('slack', '--link-scheme', 'slack')).code).toBe(0);
  expect((await check('https', '--link-scheme', 'slack')).code).toBe(0);
  const danger = ['java', 'script'].join('');
  expect((await check(danger, '--link-scheme', danger)).code).toBe(1);
});

describe('with what it cannot read', () => {
  it.each([
    ['missing.yaml', "cannot read 'missing.yaml': no such file or directory"],
    ['*.nothing', "no file matches '*.nothing'"],
    ['binary.yaml', "cannot read 'binary.yaml': it is a binary file"],
    ['latin1.yaml', "cannot read 'latin1.yaml': it is not UTF-8 text"],
    ['loop.yaml', "cannot read 'loop.yaml': too many symbolic links"],
    ['file/x.yaml', 'a part of the path is not a directory'],
  ])('ends with 2 for %s', async (arg, message) => {
    await write('binary.yaml', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]));
    await write('latin1.yaml', Buffer.from('kind: \xfc', 'latin1'));
    await write('file', MINIMAL);
    await symlink('loop.yaml', path.join(folder(), 'loop.yaml'));

    const { code, stdout, stderr } = await handover(['lint', arg], at());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: /m);
    expect(stderr).toContain(message);
  });

  it('ends with 2 for a folder without handovers, and says how to start one', async () => {
    const { code, stderr } = await handover(['lint'], at());
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^error: no handover\.yaml in '.*'\n'handover init' creates one\.\n$/,
    );
  });

  it('checks the others all the same', async () => {
    await write('handover.yaml', `${MINIMAL}overviw: {}\n`);
    const { code, stdout, stderr } = await handover(
      ['lint', 'missing.yaml', 'handover.yaml'],
      at(),
    );
    expect(code).toBe(2);
    expect(stdout).toMatch(/^handover\.yaml:3:1 overviw: /);
    expect(stderr).toContain("error: cannot read 'missing.yaml'");
  });

  it('ends with 2 where it may not read', async () => {
    const file = await write('handover.yaml', MINIMAL);
    await chmod(file, 0);
    const { code, stderr } = await handover(['lint', file]);
    // The superuser may read everything.
    const root = process.getuid?.() === 0;
    expect(code).toBe(root ? 0 : 2);
    expect(stderr.includes('permission denied')).toBe(!root);
  });
});

it('reports a file of 5 MB as too large, without reading all of it', async () => {
  // Ends in the middle of a character wherever it is cut off.
  const file = await write('handover.yaml', `a${'ü'.repeat(2_500_000)}`);
  const { code, stdout } = await handover(['lint', file]);
  expect(code).toBe(1);
  expect(stdout).toContain('the document is larger than 256 KiB');
  expect(
    await handover(['lint', '-'], { stdin: 'x'.repeat(5_000_000) }),
  ).toMatchObject({ code: 1, stdout: expect.stringContaining('256 KiB') });
});

describe('SARIF', () => {
  // It is of draft 04, and uses nothing that later drafts read differently.
  // One of its patterns is none with the flag u.
  const { $schema: _, id: __, ...schema } = sarifSchema;
  const validate = new Ajv({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
  }).compile(schema);

  it('is valid for clean, invalid and unreadable files', async () => {
    for (const args of [[ORDERS], [INVALID], [INVALID, 'missing.yaml']]) {
      const { stdout } = await handover(['lint', '--format', 'sarif', ...args]);
      validate(JSON.parse(stdout));
      expect(validate.errors ?? []).toEqual([]);
    }
    // The schema does refuse what is none.
    expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });

  it('says which part of which file, and where', async () => {
    await write(
      'my services/handover.yaml',
      `${MINIMAL}rollback: { rsik: low }\n`,
    );
    const { code, stdout } = await handover(
      ['lint', '--format', 'sarif', '.', 'missing.yaml'],
      at(),
    );
    expect(code).toBe(2);
    const [{ tool, results, invocations }] = JSON.parse(stdout).runs;
    expect(results).toEqual([
      {
        ruleId: 'rollback',
        ruleIndex: tool.driver.rules.findIndex(
          ({ id }: { id: string }) => id === 'rollback',
        ),
        level: 'error',
        message: {
          text: "rollback.rsik: unknown key 'rsik', did you mean 'risk'?",
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'my%20services/handover.yaml' },
              region: { startLine: 3, startColumn: 13 },
            },
          },
        ],
      },
    ]);
    expect(invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error' }],
    });
  });
});

it('writes annotations of GitHub, with what they cannot hold escaped', async () => {
  await write('a,b:c%.yaml', `${MINIMAL}rollback: { rsik: low }\n`);
  const { code, stdout } = await handover(
    ['lint', '--format', 'github', 'a,b:c%.yaml', 'missing.yaml'],
    at(),
  );
  expect(code).toBe(2);
  expect(stdout).toBe(
    "::error file=a%2Cb%3Ac%25.yaml,line=3,col=13,title=Handover%3A rollback.rsik::unknown key 'rsik', did you mean 'risk'?\n" +
      "::error file=missing.yaml::cannot read 'missing.yaml': no such file or directory\n",
  );
});

it('is content with its own examples', async () => {
  const { stdout } = await handover(
    ['lint', '--format', 'json', 'examples/services'],
    { cwd: ROOT },
  );
  const { files }: { files: { file: string; problems: [] }[] } =
    JSON.parse(stdout);
  expect(
    files.filter(({ problems }) => problems.length > 0).map(({ file }) => file),
  ).toEqual([path.normalize('examples/services/loyalty-points/handover.yaml')]);
});

describe('of a scorecard', () => {
  const scorecard = (condition: string) =>
    write(
      'ready.yaml',
      `apiVersion: handover.dev/v1
kind: Scorecard
metadata: { name: ready, title: Ready, owner: platform }
levels: [{ id: bronze, title: Bronze }]
checks:
  - id: covered
    title: It is tested
    level: bronze
    why: Because.
    fix: { text: Write tests. }
    condition: ${condition}
`,
    );
  const FACTS = {
    items: [
      {
        name: 'tests.coverage',
        type: { kind: 'double' },
        basis: 'observed',
        description: 'Share of the lines that tests run',
      },
    ],
  };
  const lintWith = async (facts: unknown) => {
    await write(
      'facts.json',
      typeof facts === 'string' ? facts : JSON.stringify(facts),
    );
    return handover(['lint', 'ready.yaml', '--facts', 'facts.json'], at());
  };

  it('knows the facts that come with Handover, and those of a portal if it has them', async () => {
    await scorecard('document.exists');
    expect((await handover(['lint', 'ready.yaml'], at())).code).toBe(0);

    await scorecard('tests.coverage > 0.8');
    expect(await handover(['lint', 'ready.yaml'], at())).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /^ready\.yaml:11:16 checks\[0\]\.condition: unknown name 'tests'/,
      ),
    });
    expect(await lintWith(FACTS)).toMatchObject({ code: 0, stdout: '' });
    await scorecard("tests.coverage == 'high'");
    expect(await lintWith(FACTS)).toMatchObject({ code: 1 });
  });

  it.each<[string, unknown]>([
    ['it is not valid JSON', 'items:'],
    ["there is no list 'items'", { items: {} }],
    ["there is no list 'items'", 'null'],
    ['items[0] is not a fact', { items: [{ name: 'tests.coverage' }] }],
    [
      'items[0] is not a fact',
      { items: [{ ...FACTS.items[0], type: { kind: 'list' } }] },
    ],
    ['is defined twice', { items: [FACTS.items[0], FACTS.items[0]] }],
  ])('refuses a file with facts because %s', async (reason, facts) => {
    await scorecard('tests.coverage > 0.8');
    const { code, stderr } = await lintWith(facts);
    expect(code).toBe(2);
    expect(stderr).toContain(`cannot read facts from 'facts.json': `);
    expect(stderr).toContain(reason);
  });
});

it('checks company calendars too', async () => {
  const calendar = (start: string) => `apiVersion: handover.dev/v1
kind: Calendar
metadata: { name: year-end, title: Year-end freeze, owner: platform }
windows:
  - id: freeze
    title: Year-end freeze
    effect: deny
    environments: [producton]
    schedule: { start: ${start}, end: 2027-01-03, timeZone: UTC }
`;
  await write('good.yaml', calendar('2026-12-18'));
  await write('bad.yaml', calendar('2027-12-18'));
  expect(await handover(['lint', 'good.yaml'], at())).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^good\.yaml:8:20 .*did you mean 'production'/,
    ),
  });
  expect(await handover(['lint', 'bad.yaml'], at())).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/bad\.yaml:9:41 windows\[0\]\.schedule\.end/),
  });
  const { stdout } = await handover(['schema', '--kind', 'calendar'], at());
  expect(JSON.parse(stdout).$id).toBe(
    'https://handover.dev/schema/v1/calendar.json',
  );
});
