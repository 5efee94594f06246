import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  DeadlineError,
  WorkerPool,
} from '@backstage-handover/plugin-handover-node';
import { createDocumentChecker } from './createDocumentChecker';

// Workers load TypeScript here as `backstage-cli package start` does.
process.execArgv.push(
  '--require',
  require.resolve('@backstage/cli/config/nodeTransform.cjs'),
);

const HEAD = 'apiVersion: handover.dev/v1\nkind: Handover\n';
/** Longer than what is checked at once. */
const PADDING = `# ${'x'.repeat(9_000)}\n`;

const hooks: (() => unknown)[] = [];
const lifecycle = {
  addShutdownHook: (hook: () => unknown) => {
    hooks.push(hook);
  },
};
afterAll(async () => {
  await Promise.all(hooks.map(hook => hook()));
}, 30_000);

describe('a document that is checked in another thread', () => {
  const check = createDocumentChecker({
    linkSchemes: ['https', 'chat'],
    environments: Environments.create([
      { name: 'production', aliases: ['live'] },
    ]),
    lifecycle,
  });

  it('is checked as one that is not', async () => {
    const bodies = [
      'overview: {purpose: x}\n',
      'overview: {porpose: x}\n',
      'metadata: {entityRef: component:default/other}\n',
      'architecture: {links: [{title: t, url: "chat://room"}]}\n',
      'architecture: {links: [{title: t, url: "mailto:x@example.com"}]}\n',
      'notes: {items: [{kind: history, text: "password: hunter2"}]}\n',
      'windows: {items: [{id: w, title: t, effect: deny, environments: [Live], schedule: {start: 2026-01-01, end: 2026-01-02, timeZone: UTC}}]}\n',
    ];
    const options = { entityRef: 'component:default/orders' };
    const inThread = await Promise.all(
      bodies.map(body => check(HEAD + body + PADDING, options)),
    );
    const atOnce = await Promise.all(
      bodies.map(body => check(HEAD + body, options)),
    );
    expect(inThread).toEqual(atOnce);
    expect(atOnce.map(({ document }) => document !== undefined)).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  }, 60_000);

  it('does not stop the others, however it is made', async () => {
    const hostile = `x: [${':,'.repeat(120_000)}]`;
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    const { document, problems } = await check(hostile);
    clearInterval(timer);
    expect(document).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('more than 100000 YAML tokens'),
      }),
    ]);
    expect(turns).toBeGreaterThan(0);
  }, 60_000);
});

it('is not valid if it takes too long', async () => {
  const check = createDocumentChecker({
    linkSchemes: ['https'],
    lifecycle,
    deadlineMs: 1,
  });
  expect(await check(HEAD + PADDING)).toEqual({
    problems: [
      {
        path: '',
        message:
          'checking the document took longer than 0.001 seconds; make it shorter or simpler',
        severity: 'error',
      },
    ],
  });
});

describe('WorkerPool', () => {
  const poolOf = (code: string, more = {}) => {
    const pool = WorkerPool.create<unknown, unknown>({
      code: `const { parentPort } = require('node:worker_threads');
        parentPort.on('message', input => { ${code} });
        parentPort.postMessage('ready');`,
      data: undefined,
      size: 1,
      maxWaiting: 2,
      deadlineMs: 60_000,
      maxMemoryMb: 64,
      what: 'things',
      ...more,
    });
    hooks.push(() => pool.stop());
    return pool;
  };

  it('refuses what would wait too long', async () => {
    const pool = poolOf(
      'if (input === "go") { parentPort.postMessage({ value: 1 }) }',
      { deadlineMs: 500 },
    );
    await pool.run('go');
    const first = pool.run('stay').catch(error => error);
    const waiting = [pool.run('go'), pool.run('go')];
    await expect(pool.run('go')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'Too many things are waiting. Try again later',
    });
    expect(await first).toBeInstanceOf(DeadlineError);
    expect(await Promise.all(waiting)).toEqual([1, 1]);
  });

  it('says that it is not available if no worker starts', async () => {
    const pool = poolOf('', { code: 'throw new Error("no")' });
    await expect(pool.run('x')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('No thread could be started for things'),
    });
  });

  it.each([
    ['ends', 'process.exit(0)'],
    ['throws', 'throw new Error("no")'],
    ['fails', 'parentPort.postMessage({ error: "no" })'],
    [
      'takes all memory',
      'const a = []; for (;;) { a.push(new Array(1e5).fill(input)); }',
    ],
  ])(
    'goes on after a worker that %s',
    async (_, code) => {
      const pool = poolOf(
        `if (input === 'good') { parentPort.postMessage({ value: 'done' }); } else { ${code} }`,
      );
      await expect(pool.run('bad')).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      expect(await pool.run('good')).toBe('done');
    },
    60_000,
  );
});
