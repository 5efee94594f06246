import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  EXAMPLES,
  handover,
  MINIMAL,
  ORDERS,
  useFolder,
} from '../__testUtils__/handover';

const folder = useFolder();
const MONTH_END = '2026-11-30T09:00:00+05:30';

async function json(...args: string[]) {
  const { stdout } = await handover(['windows', '--format', 'json', ...args]);
  return JSON.parse(stdout);
}

it('tells for every environment whether it is open, why not, and what comes next', async () => {
  const { code, stdout, stderr } = await handover(
    ['windows', '--at', MONTH_END, '--next', '2', '--time-zone=Asia/Kolkata'],
    { cwd: path.dirname(ORDERS) },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(
    [
      'Mon 2026-11-30 09:00 +05:30, to deploy',
      '  development  open',
      '  qa           open',
      '  staging      open     until Mon 2026-11-30 23:00 +05:30',
      '  production   closed   until Wed 2026-12-02 01:00 +05:30',
      '               Month-end freeze: Finance closes the books on the last day of the month and the first of the next.',
      '               Peak sales: Traffic is at its highest and every order counts.',
      '',
      'Next',
      '  Mon 2026-11-30 10:00 +05:30 to Mon 2026-11-30 18:00 +05:30  deny   Peak business hours (production)',
      '  Mon 2026-11-30 23:00 +05:30 to Tue 2026-12-01 01:00 +05:30  deny   End-of-day processing (staging, production)',
      '',
    ].join('\n'),
  );
});

it('shows times in the zone of the machine unless told otherwise', async () => {
  const { stdout } = await handover(['windows', ORDERS, '--at', MONTH_END], {
    env: { TZ: 'America/New_York' },
  });
  expect(stdout).toMatch(/^Sun 2026-11-29 22:30 -05:00, to deploy\n/);
});

it('answers as the gate does, in JSON', async () => {
  const { at, decisions, next } = await json(
    ORDERS,
    '--at',
    MONTH_END,
    '--environment',
    'production',
    '--next=3',
  );
  expect(at).toBe(MONTH_END);
  expect(decisions).toHaveLength(1);
  expect(decisions[0]).toMatchObject({
    environment: 'production',
    verdict: 'closed',
    at: '2026-11-30T03:30:00Z',
    nextOpen: '2026-12-01T19:30:00Z',
  });
  expect(next).toHaveLength(3);
  expect(next[0]).toMatchObject({
    window: 'peak-business-hours',
    start: '2026-11-30T10:00:00+05:30',
  });
});

it('looks only at windows about the environment and the change', async () => {
  const staging = await json(
    ORDERS,
    '--at',
    MONTH_END,
    '--environment',
    'staging',
    '--next=200',
  );
  expect(
    new Set(staging.next.map(({ window }: { window: string }) => window)),
  ).toEqual(new Set(['end-of-day', 'audit']));
  // No window there says that it holds rollbacks.
  const rollback = await json(ORDERS, '--at', MONTH_END, '--change=rollback');
  expect(rollback.next).toEqual([]);
  expect(
    rollback.decisions.map(({ verdict }: { verdict: string }) => verdict),
  ).toEqual(['open', 'open', 'open', 'open']);
});

it('finds what comes behind thousands of others', async () => {
  const file = path.join(folder(), 'handover.yaml');
  await writeFile(
    file,
    `${MINIMAL}environments: { items: [{ name: production }] }
windows:
  items:
    - id: every-minute
      title: Every minute
      effect: deny
      schedule: { cron: "* * * * *", duration: P3D, timeZone: UTC }
    - id: audit
      title: Audit
      effect: deny
      changes: [rollback]
      schedule: { start: 2027-06-01, end: 2027-06-02, timeZone: UTC }
`,
  );
  const at = ['--at', '2026-11-20T10:00:30Z'];
  const rollback = await json(file, ...at, '--change=rollback');
  expect(rollback.next).toMatchObject([{ window: 'audit' }]);
  // 4,320 of them are active already.
  const deploy = await json(file, ...at, '--next=2');
  expect(deploy.next).toMatchObject([
    { window: 'every-minute', start: '2026-11-20T10:01:00+00:00' },
    { window: 'every-minute', start: '2026-11-20T10:02:00+00:00' },
  ]);
});

it('asks about now unless told otherwise', async () => {
  const before = Date.now();
  const { at } = await json(ORDERS);
  expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
});

it('means the same environment by every spelling of its name', async () => {
  for (const name of ['Production', ' PROD ', 'prd']) {
    const args = [ORDERS, '--at', MONTH_END, '--environment', name];
    expect((await json(...args)).decisions).toMatchObject([
      { environment: 'production', verdict: 'closed' },
    ]);
  }
});

it('warns of an environment that the document does not know, and answers unknown', async () => {
  const { code, stdout, stderr } = await handover([
    'windows',
    ORDERS,
    '--environment',
    'prodution',
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain(
    "prodution  unknown\n             No environment 'prodution' is known: Did you mean 'production'?\n",
  );
  expect(stderr).toBe(
    "warning: the document has no environment 'prodution', did you mean 'production'?\n",
  );
});

it('says so where there is nothing to tell', async () => {
  const file = path.join(folder(), 'handover.yaml');
  await writeFile(file, MINIMAL);
  const { code, stdout, stderr } = await handover(['windows', file]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/no window in the next \d+ days/);
  expect(stderr).toMatch(/^warning: the document has no environments/);
});

it.each([
  [
    ['--at', 'tomorrow'],
    "'at' is 'tomorrow', which is not a time with an offset",
  ],
  [['--at', '2026-02-30T00:00:00Z'], 'which is not a time'],
  [['--at', '2300-01-01T00:00:00Z'], 'not in the years'],
  [['--time-zone', 'Mars/Base'], "unknown time zone 'Mars/Base'"],
  [['--next', '-1'], 'Use a whole number'],
  [['--next', '1e3'], 'Use a whole number'],
  [['--change', 'delete'], 'Allowed choices are deploy, rollback'],
])('refuses %j', async (args, message) => {
  const { code, stdout, stderr } = await handover(['windows', ORDERS, ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^error: /);
  expect(stderr).toContain(message);
});

it('reads a document of each example', async () => {
  for (const name of ['order-management', 'payments', 'tax-calculator']) {
    const file = path.join(EXAMPLES, name, 'handover.yaml');
    expect(await handover(['windows', file, '--at', MONTH_END])).toMatchObject({
      code: 0,
    });
  }
});
