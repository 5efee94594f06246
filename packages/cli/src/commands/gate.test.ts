import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  answer,
  AT,
  CLOSED,
  OPEN,
  QUESTION,
  recorded,
  unknown,
} from '../__testUtils__/gate';
import { FakeClock, gateAt } from '../__testUtils__/gateInProcess';
import { bundle, handover, useFolder } from '../__testUtils__/handover';
import { type Answer, usePortal } from '../__testUtils__/portal';
import type { UnreachablePolicy } from '../gate/options';

const folder = useFolder();
const portal = usePortal();

const gate = (...args: string[]) =>
  portal.handover('gate', ...QUESTION, '--retry-for=0s', ...args);

/** For what needs no process of its own. */
const clock = () => new FakeClock(AT);

const failure = (status: number): Answer => ({
  status,
  body: { error: { name: 'SomeError', message: 'So it is.' } },
});

it('says why a gate is closed, and until when', async () => {
  portal.answers(answer(CLOSED));
  expect(await gate('--time-zone', 'UTC')).toEqual({
    code: 1,
    stdout: `closed   production, to deploy  until Mon 2026-11-30 10:15 +00:00
  - Freeze: The books are closed.
`,
    stderr: '',
  });
  expect(portal.asked()).toEqual([
    {
      url: '/api/handover/gate/component/default/orders?environment=production&change=deploy',
      authorization: 'Bearer t0ken',
    },
  ]);
});

it('asks for the change, the time and the artifact', async () => {
  portal.answers(answer({ ...OPEN, change: 'rollback' }));
  const { code, stdout } = await gate(
    '--change=rollback',
    `--at=${AT}`,
    '--artifact-name=web',
    '--artifact-version=1.4.2',
    '--artifact-digest=sha256:ab',
    '--format=json',
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    passes: true,
    verdict: 'open',
    decision: { ...OPEN, change: 'rollback' },
  });
  const { searchParams } = new URL(portal.asked()[0].url!, 'http://portal');
  expect(Object.fromEntries(searchParams)).toEqual({
    environment: 'production',
    change: 'rollback',
    at: AT,
    artifactName: 'web',
    artifactVersion: '1.4.2',
    artifactDigest: 'sha256:ab',
  });
});

it.each<[string, number, Answer, UnreachablePolicy, string]>([
  ['open', 0, answer(OPEN), 'fail', ''],
  ['closed', 1, answer(CLOSED), 'fail', ''],
  ['unknown', 2, answer(unknown('block')), 'fail', ''],
  ['unknown, without what to do', 2, answer(unknown()), 'fail', ''],
  ['unknown that passes', 0, answer(unknown('pass')), 'fail', 'let unknown'],
  ['a wrong question', 3, failure(400), 'fail', 'So it is.'],
  ['no credentials', 3, failure(401), 'fail', 'HANDOVER_TOKEN'],
  ['no permission', 3, failure(403), 'fail', 'So it is.'],
  ['no such entity', 3, failure(404), 'fail', '--entity'],
  ['a refusal that passes nothing', 3, failure(403), 'pass', ''],
  ['an error', 2, failure(500), 'fail', 'So it is.'],
  ['a busy portal', 2, failure(429), 'fail', 'So it is.'],
  ['a portal that is down', 2, failure(503), 'fail', 'So it is.'],
  ['a portal that may be down', 0, failure(503), 'pass', 'NOT'],
])(
  'has the exit code of %s',
  async (_, code, response, unreachable, remark) => {
    portal.answers(response);
    const outcome = await gateAt(clock(), portal.env(), { unreachable });
    expect(outcome).toMatchObject({
      code,
      stderr: expect.stringContaining(remark),
    });
    expect(portal.asked()).toHaveLength(1);
  },
);

it.each<[string, string[]]>([
  ['an unknown option', ['--unreachabel=pass']],
  ['a policy that does not exist', ['--unreachable=open']],
  ['a kind of change that does not exist', ['--change=deplyo']],
  ['an entity without a kind', ['--entity=orders']],
  ['an entity that is another path', ['--entity=component:default/..']],
  ['an empty environment', ['--environment= ']],
  ['a time without an offset', ['--at=2026-11-30T09:00:00']],
  ['a duration without a unit', ['--wait=2']],
  ['a duration of no fixed length', ['--max-age=P1M']],
  ['a time to wait for', ['--wait=2h', `--at=${AT}`]],
  ['the name of an artifact alone', ['--artifact-name=web']],
  ['a change that is not recorded', ['--change-id=81']],
  ['a time zone that does not exist', ['--time-zone=Europe/Londn']],
  ['no portal', ['--portal=']],
  ['a portal that is no address', ['--portal=https://']],
])('refuses %s before it asks', async (_, args) => {
  expect(await gate(...args)).toMatchObject({
    code: 3,
    stdout: '',
    stderr: expect.stringMatching(/^error: /),
  });
  expect(portal.asked()).toEqual([]);
});

const hostile = (raw: string, type = 'application/json'): Answer => ({
  status: 200,
  body: {},
  raw,
  headers: { 'Content-Type': type },
});

it.each<[string, Answer]>([
  ['a page of HTML', hostile('<html>open</html>', 'text/html')],
  ['cut JSON', hostile(JSON.stringify(OPEN).slice(0, -2))],
  ['nothing', hostile('')],
  ['null', hostile('null')],
  ['a list of decisions', hostile(JSON.stringify([OPEN]))],
  ['a huge body', hostile(' '.repeat(17 * 1024 * 1024) + JSON.stringify(OPEN))],
  ['a misspelt verdict', answer({ ...OPEN, verdict: 'Open' })],
  ['no verdict', answer({ ...OPEN, verdict: undefined })],
  ['a misspelt policy', answer(unknown('passs'))],
  ['no environment', answer({ ...OPEN, environment: '' })],
  ['another change', answer({ ...OPEN, change: 'scale' })],
  ['no instant', answer({ ...OPEN, at: 'now' })],
  ['an empty success', { status: 204, body: {}, raw: '' }],
])('takes %s for no decision, whatever the policy', async (_, response) => {
  portal.answers(response);
  const outcome = await gateAt(clock(), portal.env(), { unreachable: 'pass' });
  expect(outcome).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('not a decision'),
  });
});

it('gives its token to no other address', async () => {
  const asked: unknown[] = [];
  const other = createServer((req, res) => {
    asked.push(req.headers);
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify(OPEN));
  });
  await once(other.listen(0, '127.0.0.1'), 'listening');
  try {
    const { port } = other.address() as AddressInfo;
    const Location = `http://127.0.0.1:${port}/api`;
    portal.answers({ status: 307, body: {}, headers: { Location } });
    expect(await gate('--unreachable=pass')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        `it redirects to http://127.0.0.1:${port}, and redirects are not followed`,
      ),
    });
    expect(asked).toEqual([]);
  } finally {
    other.close();
  }
});

it('shows no credentials', async () => {
  const { HANDOVER_PORTAL } = portal.env();
  for (const env of [
    { HANDOVER_TOKEN: 's3cr\net' },
    { HANDOVER_PORTAL: HANDOVER_PORTAL.replace('//', '//ada:s3cr@') },
  ]) {
    const { code, stdout, stderr } = await handover(['gate', ...QUESTION], {
      env: { ...portal.env(), ...env },
    });
    expect(code).toBe(3);
    expect(stdout + stderr).not.toContain('s3cr');
  }
  expect(portal.asked()).toEqual([]);
  // A file with a token usually ends with a line break.
  portal.answers(answer(OPEN));
  const env = { ...portal.env(), HANDOVER_TOKEN: 't0ken\n' };
  expect((await handover(['gate', ...QUESTION], { env })).code).toBe(0);
});

it('retries a portal that is busy, and only in the time it has', async () => {
  portal.answers(failure(502), answer(OPEN));
  expect((await gate('--retry-for=30s')).code).toBe(0);
  expect(portal.asked()).toHaveLength(2);

  portal.answers({ ...failure(429), headers: { 'Retry-After': '86400' } });
  expect((await gate('--retry-for=2s')).code).toBe(2);
  expect(portal.asked()).toHaveLength(3);
});

it('says that nothing listens', async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  expect(await gate(`--portal=http://127.0.0.1:${port}`)).toMatchObject({
    code: 2,
    stderr: 'error: cannot reach the portal: connection refused\n',
  });
});

it('passes by the decision that was recorded', async () => {
  portal.answers(recorded(CLOSED));
  const { code, stdout } = await gate(
    '--record',
    '--change-id=orders#81',
    '--artifact-version=1.4.2',
  );
  expect(code).toBe(1);
  expect(stdout).toContain('Recorded as d-1');
  expect(portal.asked()).toMatchObject([
    {
      url: '/api/handover/gate/component/default/orders/decisions',
      body: {
        environment: 'production',
        change: 'deploy',
        changeId: 'orders#81',
        artifact: { version: '1.4.2' },
      },
    },
  ]);

  // Without a record there is no decision.
  portal.answers(answer(OPEN));
  expect((await gate('--record')).code).toBe(2);
  portal.answers(failure(503));
  expect(await gate('--record', '--unreachable=pass')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('not recorded'),
  });
});

it('tells GitHub Actions nothing but the decision', async () => {
  const [output, summary] = ['output', 'summary'].map(name =>
    path.join(folder(), name),
  );
  const title = '::error::x\r\n%0A##[add-mask]\nverdict=open `<b>';
  portal.answers(
    answer({
      ...CLOSED,
      environment: 'eu,prod: 1',
      reasons: [{ ...CLOSED.reasons[0], title }],
    }),
  );
  const { code, stdout } = await handover(
    ['gate', ...QUESTION, '--format=github'],
    {
      env: {
        ...portal.env(),
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
      },
    },
  );
  expect(code).toBe(1);
  expect(stdout).toBe(
    '::error title=Handover gate::eu,prod: 1 is closed to deploy until Mon 2026-11-30 10:15 +00:00%0A::error::x %250A## [add-mask] verdict=open `<b>: The books are closed.\n',
  );
  const outputs = await readFile(output, 'utf8');
  expect(outputs.replace(/handover_[0-9a-f-]{36}/g, 'END')).toBe(
    [
      ['verdict', 'closed'],
      ['passes', 'false'],
      ['until', '2026-11-30T10:15:00Z'],
      ['next-open', '2026-11-30T10:15:00Z'],
      ['decision-id', ''],
    ]
      .map(([name, value]) => `${name}<<END\n${value}\nEND\n`)
      .join(''),
  );
  expect(await readFile(summary, 'utf8')).toContain(
    "\n- `::error::x %0A## [add-mask] verdict=open '<b>: The books are closed.`\n",
  );
});

it('annotates what passes, and fails if it cannot set an output', async () => {
  const env = { ...portal.env(), GITHUB_OUTPUT: path.join(folder(), 'out') };
  portal.answers(answer(OPEN));
  const github = (more: object = {}) =>
    handover(['gate', ...QUESTION, '--format=github'], {
      env: { ...env, ...more },
    });
  expect((await github()).stdout).toMatch(/^::notice title=Handover gate::/);
  expect(await readFile(env.GITHUB_OUTPUT, 'utf8')).toContain('\nopen\n');
  expect(await github({ GITHUB_OUTPUT: folder() })).toMatchObject({ code: 2 });
  portal.answers(answer(unknown('pass')));
  expect((await github()).stdout).toMatch(/^::warning title=Handover gate::/);
});

it.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('stops waiting on %s', async (signal, code) => {
  portal.answers(answer(CLOSED));
  const child = spawn(
    process.execPath,
    [bundle(), 'gate', ...QUESTION, '--wait=2h'],
    { env: { ...process.env, ...portal.env() } },
  );
  child.stderr.once('data', () => child.kill(signal));
  expect(await once(child, 'close')).toEqual([code, null]);
});
