import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { handover, run, useFolder } from '../__testUtils__/handover';

const folder = useFolder();

/** What bash proposes for the last of some words. */
async function propose(...words: string[]): Promise<string[]> {
  const { stdout: script } = await handover(['completion', 'bash']);
  const { stdout, stderr } = await run(
    'bash',
    [
      '--norc',
      '-c',
      `${script}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _handover
printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      'handover',
      ...words,
    ],
    { cwd: folder() },
  );
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean).sort();
}

it('is a script that bash can read', async () => {
  const { code, stdout } = await handover(['completion', 'bash']);
  expect(code).toBe(0);
  expect(await run('bash', ['-n'], { stdin: stdout })).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

it('proposes commands, options and values', async () => {
  const { stdout: help } = await handover(['--help']);
  const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(
    match => match[1],
  );
  expect(commands).toHaveLength(11);
  expect(await propose('')).toEqual(
    [...commands, '--help', '--version'].sort(),
  );
  expect(await propose('co')).toEqual(['completion', 'coverage']);
  expect(await propose('lint', '--fo')).toEqual(['--format']);
  expect(await propose('lint', '--format', '')).toEqual([
    'github',
    'human',
    'json',
    'sarif',
  ]);
  expect(await propose('export', '--format', '')).toEqual(['html', 'md']);
  expect(await propose('completion', '')).toEqual([
    '--help',
    '-h',
    'bash',
    'zsh',
  ]);
  expect(await propose('help', 'di')).toEqual(['diff']);
  expect(await propose('scorecard', 'pl')).toEqual(['plan']);
  expect(await propose('scorecard', 'plan', '--format', 'm')).toEqual([
    'markdown',
  ]);
});

it('proposes files where files are meant', async () => {
  await writeFile(path.join(folder(), 'handover yaml'), '');
  await mkdir(path.join(folder(), 'handlers'));
  expect(await propose('lint', 'hand')).toEqual(['handlers', 'handover yaml']);
  expect(await propose('export', '-o', 'hand')).toEqual([
    'handlers',
    'handover yaml',
  ]);
  expect(await propose('gate', '--cache-dir', 'hand')).toEqual([
    'handlers',
    'handover yaml',
  ]);
  expect(await propose('windows', '--at', 'hand')).toEqual([]);
  expect(await propose('schema', 'hand')).toEqual([]);
});

it('describes every command and option to zsh', async () => {
  const { code, stdout } = await handover(['completion', 'zsh']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^#compdef handover\n/);
  const { stdout: help } = await handover(['lint', '--help']);
  for (const [flag] of help.matchAll(/--[a-z][a-z-]+(?= )/g)) {
    expect(stdout).toContain(flag);
  }
  expect(stdout).toContain("'--format[output format]:format:(md html)'");
  // Every quote that is opened is closed.
  const quoted = stdout
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .join('\n')
    .replaceAll("'\\''", '')
    .replace(/'[^'\n]*'/g, '');
  expect(quoted).not.toContain("'");
});

it('refuses other shells', async () => {
  expect(await handover(['completion', 'fish'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Allowed choices are bash, zsh'),
  });
});
