import { HANDOVER_READY } from '@backstage-handover/plugin-handover-common/scorecards';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { handover, useFolder } from '../__testUtils__/handover';
import { usePortal } from '../__testUtils__/portal';

const folder = useFolder();
const portal = usePortal();

const check = (id: string, level: string) => ({
  id,
  title: `Check ${id}`,
  level,
  weight: 1,
  effort: 'small',
  why: 'Because.',
  fix: { text: 'Do it.' },
  condition: 'document.exists',
  basis: ['observed'],
});

const item = (level: string | undefined, levelHeld = false) => ({
  scorecard: {
    name: 'handover-ready',
    version: 'v1',
    title: 'Handover ready',
    owner: 'group:default/platform',
    levels: [
      { id: 'bronze', title: 'Bronze' },
      { id: 'silver', title: 'Silver' },
    ],
    checks: [check('a', 'bronze'), check('b', 'silver')],
  },
  result: {
    version: 'v1',
    level,
    levelHeld,
    // Times 100, it is a little less than 29.
    score: 0.29,
    weights: { pass: 1, fail: 0, unknown: 1, exempt: 0, notApplicable: 0 },
    checks: [
      { id: 'a', outcome: 'pass', counts: true, facts: [] },
      {
        id: 'b',
        outcome: 'unknown',
        counts: true,
        facts: [],
        reason: 'GitLab \u001b[31mhangs',
      },
    ],
    revision: 1,
    evaluatedAt: '2026-11-20T10:00:00Z',
    changedAt: '2026-11-20T10:00:00Z',
  },
});

const ask = (...args: string[]) =>
  portal.handover(
    'scorecard',
    'check',
    '--entity',
    'component:default/orders',
    ...args,
  );

it('prints the level and what it still needs', async () => {
  portal.answers({ status: 200, body: { items: [item('bronze')] } });
  expect(await ask()).toEqual({
    code: 0,
    stdout:
      'Handover ready: Bronze, score 29%\n  unknown  silver: Check b, because GitLab \uFFFD[31mhangs\n',
    stderr: '',
  });
  expect(portal.asked()).toEqual([
    {
      url: '/api/handover/scorecards/results/component/default/orders',
      authorization: 'Bearer t0ken',
    },
  ]);
});

it.each([
  ['bronze', 'bronze', false, 0],
  ['silver', 'bronze', false, 0],
  ['bronze', 'silver', false, 1],
  [undefined, 'bronze', false, 1],
  // Only the last known one: nobody can tell whether it is still reached.
  ['silver', 'silver', true, 1],
] as const)(
  'with level %s, and %s wanted (held: %s), ends with %s',
  async (level, wanted, held, code) => {
    portal.answers({ status: 200, body: { items: [item(level, held)] } });
    expect((await ask('--min-level', wanted)).code).toBe(code);
  },
);

it.each([
  [
    { status: 200, body: { items: [item('silver')] } },
    ['--min-level', 'sliver'],
    "'Handover ready' has no level 'sliver', did you mean 'silver'?",
  ],
  [
    { status: 200, body: { items: [item('silver')] } },
    ['--min-level', 'silver', '--scorecard', 'handover-redy'],
    "no scorecard 'handover-redy' applies to 'component:default/orders', did you mean 'handover-ready'?",
  ],
  [
    { status: 200, body: { items: [] } },
    ['--min-level', 'silver'],
    "no scorecard applies to 'component:default/orders'",
  ],
  [
    {
      status: 403,
      body: {
        error: { name: 'NotAllowedError', message: 'Not permitted' },
        response: { statusCode: 403 },
      },
    },
    ['--min-level', 'silver'],
    "cannot get the scorecards of 'component:default/orders': Not permitted",
  ],
])(
  'ends with 2 where nothing can be said: %#',
  async (response, args, message) => {
    portal.answers(response);
    const { code, stderr } = await ask(...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  },
);

it('lints scorecards, and prints their schema', async () => {
  const file = path.join(folder(), 'ready.yaml');
  await writeFile(file, HANDOVER_READY);
  expect(await handover(['lint', file])).toMatchObject({ code: 0, stdout: '' });
  await writeFile(
    file,
    HANDOVER_READY.replace('document.stale', 'document.stele'),
  );
  const { code, stdout } = await handover(['lint', file]);
  expect(code).toBe(1);
  expect(stdout).toContain(
    "unknown fact 'document.stele', did you mean 'document.stale'?",
  );
  const schema = await handover(['schema', '--kind', 'scorecard']);
  expect(JSON.parse(schema.stdout)).toMatchObject({
    title: 'Scorecard',
    required: expect.arrayContaining(['levels', 'checks']),
  });
});
