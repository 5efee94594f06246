import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { checkPackage } from './checkTarball.mjs';

const good = {
  'package.json': JSON.stringify({
    name: 'good',
    main: 'dist/index.cjs.js',
    types: 'dist/index.d.ts',
    files: ['dist', 'migrations'],
    dependencies: { zod: '^4.0.0' },
  }),
  'README.md': '# Good',
  LICENSE: 'Apache',
  'dist/index.cjs.js': "require('zod'); require('node:fs');",
  'dist/index.d.ts': "export type { z } from 'zod';",
  'migrations/1_a.js': '',
};

const folders = [];

/** What is wrong with the good package after a change; null removes a file. */
async function problemsWith(changes) {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-package-'));
  folders.push(folder);
  for (const [file, text] of Object.entries({ ...good, ...changes })) {
    if (text !== null) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
  }
  return checkPackage(folder);
}

const manifest = changes =>
  JSON.stringify({ ...JSON.parse(good['package.json']), ...changes });

afterEach(async () => {
  await Promise.all(
    folders.splice(0).map(folder => rm(folder, { recursive: true })),
  );
});

describe('the check of a packed package', () => {
  it('accepts a package that is complete', async () => {
    assert.deepEqual(await problemsWith({}), []);
  });

  for (const [what, changes, expected] of [
    ['no license', { LICENSE: null }, /has no LICENSE/],
    ['no migrations', { 'migrations/1_a.js': null }, /has no migrations/],
    ['sources', { 'src/index.ts': '' }, /has src\/index\.ts, which nobody/],
    ['tests', { 'dist/a.test.js': '' }, /has dist\/a\.test\.js, which nobody/],
    [
      'a version of the workspace',
      { 'package.json': manifest({ dependencies: { zod: 'workspace:^' } }) },
      /dependencies has zod workspace:\^/,
    ],
    ['no types', { 'dist/index.d.ts': null }, /names dist\/index\.d\.ts/],
    [
      'a subpath without types',
      {
        'package.json': manifest({
          exports: { './a': { default: './dist/index.cjs.js' } },
        }),
      },
      /\.\/a has no types/,
    ],
    [
      'an undeclared import',
      { 'dist/index.cjs.js': "require('knex')" },
      /imports knex, which is not declared/,
    ],
    [
      'an undeclared import of types',
      { 'dist/index.d.ts': "import type { Knex } from 'knex';" },
      /index\.d\.ts imports knex, which is not declared/,
    ],
    [
      'an import whose types are undeclared',
      {
        'package.json': manifest({ dependencies: { zod: '1', express: '4' } }),
        'dist/index.d.ts': "import type { Router } from 'express';",
      },
      /imports @types\/express, which is not declared/,
    ],
  ]) {
    it(`refuses one with ${what}`, async () => {
      assert.match((await problemsWith(changes)).join('\n'), expected);
    });
  }
});
