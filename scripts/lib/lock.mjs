import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheDir } from './paths.mjs';

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function holder(file) {
  try {
    return Number(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/**
 * Runs `task` while no other process of this checkout runs one of that name.
 * A lock whose holder is gone is taken over.
 */
export async function withLock(name, task, folder = cacheDir) {
  const file = path.join(folder, `${name}.lock`);
  await mkdir(folder, { recursive: true });
  let isAnnounced = false;
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error;
      }
    }
    const pid = await holder(file);
    // 0 is a lock that was created this moment and not yet written.
    if (pid && !isRunning(pid)) {
      await rm(file, { force: true });
      continue;
    }
    if (!isAnnounced && pid) {
      isAnnounced = true;
      console.log(`Waiting for process ${pid}, which is doing the same work.`);
    }
    await sleep(250);
  }
  try {
    return await task();
  } finally {
    await rm(file, { force: true });
  }
}
