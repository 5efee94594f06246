import {
  chmod,
  readdir,
  readFile,
  rename,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import type {
  GateDecision,
  GateReason,
} from '@backstage-handover/plugin-handover-common';
import { decide } from '@backstage-handover/plugin-handover-common/gate';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { answer, calendarOf, decisionBy, FREEZE } from '../__testUtils__/gate';
import { FakeClock, gateAt } from '../__testUtils__/gateInProcess';
import { useFolder } from '../__testUtils__/handover';
import { usePortal } from '../__testUtils__/portal';
import type { GateOptions } from '../gate/options';

const folder = useFolder();
const portal = usePortal();

/** A quarter of an hour before the freeze. */
const STORED = '2026-11-30T08:00:00Z';

const ask = (at: string, options: Partial<GateOptions> = {}) =>
  gateAt(new FakeClock(at), portal.env(), {
    unreachable: 'cached',
    cacheDir: folder(),
    ...options,
  });

/** Asks a portal that is up, and takes it down. */
async function store(
  decision: GateDecision = decisionBy(calendarOf(FREEZE), STORED),
  calendar = calendarOf(FREEZE),
) {
  portal.answersBy(url =>
    answer(url.endsWith('/calendars') ? { items: [calendar] } : decision),
  );
  const outcome = await ask(STORED);
  portal.answersBy(() => ({ status: 503, body: {} }));
  return outcome;
}

const onlyFile = async () => {
  const names = await readdir(folder());
  expect(names).toHaveLength(1);
  return path.join(folder(), names[0]);
};

it('decides by the calendars that it stored, until they are too old', async () => {
  expect(await store()).toMatchObject({ code: 0, stderr: '' });
  const { code, stdout } = await ask('2026-11-30T08:10:00Z');
  expect(code).toBe(0);
  expect(stdout)
    .toBe(`open     production, to deploy  until Mon 2026-11-30 08:15 +00:00
  - Decided from the calendars of 2026-11-30T08:00:00.000Z, because the portal cannot be reached
`);
  expect((await ask('2026-11-30T08:15:00Z')).code).toBe(1);
  expect((await ask('2026-11-30T09:00:00Z')).code).toBe(1);
  expect(await ask('2026-11-30T09:00:01Z')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(
      'they were stored at 2026-11-30T08:00:00.000Z, outside --max-age',
    ),
  });
  expect((await ask('2026-11-30T10:15:00Z', { maxAge: '3h' })).code).toBe(0);
  // Of the future, as a clock that was set back has it.
  expect((await ask('2026-11-30T07:59:59Z')).code).toBe(2);
});

it('waits by what it stored', async () => {
  await store();
  const clock = new FakeClock('2026-11-30T08:20:00Z');
  const { code } = await gateAt(clock, portal.env(), {
    unreachable: 'cached',
    cacheDir: folder(),
    maxAge: '3h',
    wait: '3h',
  });
  expect(code).toBe(0);
  expect(clock.instant).toBe('2026-11-30T10:15:00.000Z');
});

it('knows only what it was asked about', async () => {
  await store();
  const at = '2026-11-30T08:10:00Z';
  expect((await ask(at, { environment: ' PRODUCTION' })).code).toBe(0);
  for (const other of [
    { environment: 'staging' },
    { environment: 'productoin' },
    { entity: 'component:default/payments' },
    { change: 'rollback' as const },
    { cacheDir: path.join(folder(), 'other') },
  ]) {
    expect(await ask(at, other)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there are none for this entity'),
    });
  }
  expect((await ask(at, { unreachable: 'fail' })).code).toBe(2);
  // What is no decision is not decided from stored calendars.
  portal.answersBy(() => answer({ verdict: 'open' }));
  expect((await ask(at)).code).toBe(2);
});

it('stores no token, and nothing for others to read', async () => {
  await store();
  const file = await onlyFile();
  // eslint-disable-next-line no-bitwise
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).not.toContain('t0ken');
});

it.each<[string, (file: string) => Promise<void>]>([
  [
    'is cut',
    async file => writeFile(file, (await readFile(file, 'utf8')).slice(0, -9)),
  ],
  [
    'is about another environment',
    async file => {
      const snapshot = JSON.parse(await readFile(file, 'utf8'));
      snapshot.subject[2] = 'staging';
      await writeFile(file, JSON.stringify(snapshot));
    },
  ],
  ['is empty', file => writeFile(file, '')],
  ['is null', file => writeFile(file, 'null')],
  [
    'is of another version',
    async file =>
      writeFile(
        file,
        (await readFile(file, 'utf8')).replace('"format":2', '"format":1'),
      ),
  ],
  [
    'has calendars of another shape',
    async file =>
      writeFile(
        file,
        (await readFile(file, 'utf8')).replace('"deny"', '"dney"'),
      ),
  ],
  ['can be written by others', file => chmod(file, 0o666)],
  [
    'is a link',
    async file => {
      await rename(file, `${file}.moved`);
      await symlink(`${file}.moved`, file);
    },
  ],
])('is no use if the file %s', async (_, spoil) => {
  await store();
  await spoil(await onlyFile());
  expect(await ask('2026-11-30T08:10:00Z')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('stored calendars cannot be used'),
  });
});

const condition: GateReason = {
  kind: 'condition',
  verdict: 'open',
  title: 'No incident',
  condition: 'incident',
};

it.each<[string, GateReason]>([
  ['a condition', condition],
  [
    'an override',
    {
      kind: 'override',
      verdict: 'open',
      title: 'Override',
      reason: 'Urgent',
      override: 'o',
      by: 'user:default/ada',
      active: true,
      from: STORED,
      until: '2026-11-30T12:00:00Z',
    },
  ],
  // A newer portal may have others.
  ['a reason of another kind', { ...condition, kind: 'moon' as never }],
])('is unknown if %s counted', async (_, reason) => {
  const decision = decisionBy(calendarOf(FREEZE), STORED);
  await store({ ...decision, reasons: [reason, ...decision.reasons] });
  expect(await ask('2026-11-30T08:10:00Z')).toMatchObject({
    code: 2,
    stdout: expect.stringMatching(/^unknown {2}production/),
  });
});

it('knows the windows of its environment, whatever they call it', async () => {
  const calendar = calendarOf(
    { ...FREEZE, environments: ['live'] },
    { ...FREEZE, id: 'other', environments: ['staging'], effect: 'allow' },
  );
  const environments = Environments.create([
    { name: 'production', aliases: ['live'] },
  ]);
  const decision = decide({
    calendars: [calendar],
    environment: 'production',
    environments,
    at: STORED,
  });
  expect(await store(decision, calendar)).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect((await ask('2026-11-30T08:14:59Z')).code).toBe(0);
  expect((await ask('2026-11-30T08:15:00Z')).code).toBe(1);
  expect(await readFile(await onlyFile(), 'utf8')).not.toContain('staging');
});

it.each<[string, () => Promise<unknown>]>([
  [
    'the calendars changed in between',
    () => store(undefined, { ...calendarOf(FREEZE), version: '2' }),
  ],
  [
    'the portal reads the same windows otherwise',
    () =>
      store(
        decisionBy(calendarOf(FREEZE), STORED, {
          until: '2026-11-30T08:45:00Z',
        }),
      ),
  ],
])('stores nothing if %s', async (_, storing) => {
  expect(await storing()).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('do not reproduce'),
  });
  expect(await readdir(folder())).toEqual([]);
});

it('decides although nothing can be stored', async () => {
  const file = path.join(folder(), 'file');
  await writeFile(file, '');
  portal.answersBy(url =>
    answer(
      url.endsWith('/calendars')
        ? { items: [calendarOf()] }
        : decisionBy(calendarOf()),
    ),
  );
  expect(await ask(STORED, { cacheDir: file })).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('could not store the calendars'),
  });
});
