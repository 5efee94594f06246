import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { installStamp } from './install.mjs';

describe('the stamp of an installation', () => {
  let root;

  const write = async (name, text) => {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  };

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'handover-stamp-'));
    await write('package.json', '{}');
    await write('yarn.lock', 'one');
    await write('.yarnrc.yml', '');
    await write('packages/app/package.json', '{}');
    await write('plugins/handover/package.json', '{}');
    await write('plugins/handover/src/index.ts', '');
  });

  afterEach(() => rm(root, { recursive: true }));

  const stamp = (nodeMajor = 24) => installStamp({ root, nodeMajor });

  it('stays while nothing changes that an installation depends on', async () => {
    const before = await stamp();
    await write('plugins/handover/src/index.ts', 'export {};');
    await mkdir(path.join(root, 'packages', 'empty'));
    assert.equal(await stamp(), before);
  });

  it('changes with the lock file, any manifest, a new package, and the Node', async () => {
    const seen = new Set([await stamp(), await stamp(22)]);
    await write('yarn.lock', 'two');
    seen.add(await stamp());
    await write('plugins/handover/package.json', '{"version":"2"}');
    seen.add(await stamp());
    await write('plugins/other/package.json', '{}');
    seen.add(await stamp());
    assert.equal(seen.size, 5);
  });
});
