import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { eventually } from './__testUtils__/eventually.mjs';
import { withLock } from './lock.mjs';

describe('a lock', () => {
  let folder;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'handover-lock-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('lets one at a time do the work, and is gone afterwards', async t => {
    // Whoever finds the lock taken says so.
    const log = t.mock.method(console, 'log', () => {});
    const events = [];
    let second;
    await withLock(
      'work',
      async () => {
        events.push('first begins');
        second = withLock(
          'work',
          () => {
            events.push('second begins');
            events.push('second ends');
          },
          folder,
        );
        assert.ok(await eventually(() => log.mock.callCount() > 0));
        events.push('first ends');
      },
      folder,
    );
    await second;

    assert.deepEqual(events, [
      'first begins',
      'first ends',
      'second begins',
      'second ends',
    ]);
    assert.deepEqual(await readdir(folder), []);
  });

  it('is given back when the work fails', async () => {
    await assert.rejects(
      withLock('work', () => Promise.reject(new Error('no')), folder),
      /no/,
    );
    assert.equal(await withLock('work', () => 'done', folder), 'done');
  });

  it('is taken over from a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await writeFile(path.join(folder, 'work.lock'), String(pid));

    assert.equal(await withLock('work', () => 'done', folder), 'done');
  });
});
