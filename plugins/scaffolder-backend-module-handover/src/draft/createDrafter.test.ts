import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { createDrafter } from './createDrafter';

// Threads load TypeScript here as `backstage-cli package start` does.
process.execArgv.push(
  '--require',
  require.resolve('@backstage/cli/config/nodeTransform.cjs'),
);

const hooks: (() => unknown)[] = [];
afterAll(async () => {
  await Promise.all(hooks.map(hook => hook()));
}, 30_000);

const options = {
  lifecycle: {
    addShutdownHook: (hook: () => unknown) => {
      hooks.push(hook);
    },
  },
  linkSchemes: ['https'],
  environments: Environments.create([
    { name: 'production', aliases: ['live'] },
  ]),
};

const files = [
  { path: 'README.md', text: '# Orders\n\nTakes the orders of all shops.\n' },
  {
    path: '.gitlab-ci.yml',
    text: 'deploy: {script: [kubectl apply -f k8s], environment: live}\n',
  },
  { path: 'k8s/broken.yaml', text: 'a: [' },
];

/** Makes the input longer than what is drafted from at once. */
const padding = { path: 'Makefile', text: `# ${'x'.repeat(9_000)}\n` };

it('drafts in a thread what it drafts at once, and stops nothing else', async () => {
  const draft = createDrafter(options);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  const inThread = await draft({ files: [...files, padding], live: [] });
  clearInterval(timer);
  expect(inThread).toEqual(await draft({ files, live: [] }));
  expect(inThread).toMatchObject({
    document: { environments: { items: [{ name: 'live' }] } },
    unknown: [{ from: 'k8s/broken.yaml:1' }],
  });
  expect(turns).toBeGreaterThan(0);
}, 120_000);

it('gives a draft up that takes too long, and says what to do', async () => {
  const draft = createDrafter({ ...options, deadlineMs: 1 });
  await expect(draft({ files: [...files, padding], live: [] })).rejects.toThrow(
    "Drafting from 4 files took longer than 0.001 seconds. Choose a smaller folder with 'sourcePath'",
  );
}, 120_000);

it('reads no more of many short files at once than of one', async () => {
  const scripts = [
    { path: 'a.sh', text: 'sh b.sh\n'.repeat(100) },
    { path: 'b.sh', text: 'make\n'.repeat(40) },
  ];
  const workflow = (index: number) => ({
    path: `.github/workflows/${index}.yml`,
    text: 'on: push\njobs: {a: {steps: [{run: sh a.sh}]}}\n',
  });
  const unknownOf = async (count: number) => {
    const { unknown } = await createDrafter(options)({
      files: [
        ...scripts,
        ...Array.from({ length: count }, (_, i) => workflow(i)),
      ],
      live: [],
    });
    return unknown.map(({ reason }) => reason);
  };
  expect(await unknownOf(1)).toEqual([]);
  expect(await unknownOf(9)).toContainEqual(
    expect.stringContaining('too large once its anchors'),
  );
}, 120_000);
