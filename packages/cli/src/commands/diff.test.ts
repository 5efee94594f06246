import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  handover,
  INVALID,
  ORDERS,
  useFolder,
} from '../__testUtils__/handover';

const folder = useFolder();

async function changed(...edits: [from: string, to: string][]) {
  const text = await readFile(ORDERS, 'utf8');
  const file = path.join(folder(), 'handover.yaml');
  await writeFile(
    file,
    edits.reduce((edited, [from, to]) => {
      expect(edited).toContain(from);
      return edited.replace(from, to);
    }, text),
  );
  return file;
}

it('ends with 0 and says nothing where both say the same', async () => {
  const file = await changed(
    ['# Everything a new owner', '# Another comment, and'],
    ['reviewEvery: P1Y', 'reviewEvery: "P1Y"'],
  );
  expect(await handover(['diff', ORDERS, file])).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

it('tells fields and list elements by section, and ends with 1', async () => {
  const file = await changed(
    ['decideWithin: PT10M', 'decideWithin: PT12M'],
    ['    - Engineering manager\n', '    - Site lead\n'],
    ['  reviewedBy: Asha Rao\n', ''],
    [
      '    - Read-only checks\n    - Viewing pipelines in Jenkins\n',
      '    - Viewing pipelines in Jenkins\n    - Read-only checks\n',
    ],
  );
  const { code, stdout } = await handover(['diff', ORDERS, file]);
  expect(code).toBe(1);
  expect(stdout).toBe(
    [
      `--- ${ORDERS}`,
      `+++ ${file}`,
      '@@ Metadata @@',
      '  metadata.reviewedBy: removed',
      '  - Asha Rao',
      '@@ Day one @@',
      '  dayOne.safeActions[0] (Viewing pipelines in Jenkins): moved from position 2 to 1',
      '@@ Rollback @@',
      '  rollback.decideWithin: changed',
      '  - PT10M',
      '  + PT12M',
      '  rollback.approvers[1] (Engineering manager): removed',
      '  - Engineering manager',
      '  rollback.approvers[1] (Site lead): added',
      '  + Site lead',
      '',
    ].join('\n'),
  );
});

it('writes the changes as JSON', async () => {
  const file = await changed(['tier: 1', 'tier: 2']);
  const { code, stdout } = await handover([
    'diff',
    '--format=json',
    ORDERS,
    file,
  ]);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    before: ORDERS,
    after: file,
    changes: [
      {
        kind: 'changed',
        section: 'metadata',
        path: 'metadata.tier',
        segments: ['metadata', 'tier'],
        before: 1,
        after: 2,
      },
    ],
  });
});

it('reads one of the two from standard input', async () => {
  const stdin = await readFile(ORDERS, 'utf8');
  expect((await handover(['diff', '-', ORDERS], { stdin })).code).toBe(0);
  const shorter = stdin.slice(0, stdin.indexOf('completion:'));
  const outcome = await handover(['diff', ORDERS, '-'], { stdin: shorter });
  expect(outcome.code).toBe(1);
  expect(outcome.stdout).toContain('completion: removed');
  expect(await handover(['diff', '-', '-'], { stdin })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('only one of the two'),
  });
});

it('ends with 2 for trouble', async () => {
  for (const other of [INVALID, 'missing.yaml', folder()]) {
    const { code, stdout, stderr } = await handover(['diff', ORDERS, other]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: /);
  }
  expect(await handover(['diff', ORDERS])).toMatchObject({
    code: 2,
    stderr:
      "error: missing required argument 'after'\nSee 'handover diff --help'.\n",
  });
});
