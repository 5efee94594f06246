import { constants } from 'node:fs';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { environmentKey } from '@backstage-handover/plugin-handover-common/environments';
import type { Question } from './options';

/** Far more than the calendars of an entity have. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Only the user can read and write it. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const WRITABLE_BY_OTHERS = 0o022;

/** The user's folder for caches, by the customs of the system. */
export function defaultCacheDir(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const parent =
    process.platform === 'win32'
      ? LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local')
      : XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(parent, 'handover', 'gate');
}

/** The file of one portal, entity, environment and kind of change. */
export function cacheFile(folder: string, question: Question): string {
  const key = JSON.stringify(subjectOf(question));
  const name = createHash('sha256').update(key).digest('hex');
  return path.join(folder, `${name}.json`);
}

/** What a stored snapshot is about. */
export function subjectOf(question: Question): string[] {
  const { portal, entityRef, environment, change } = question;
  return [
    portal.replace(/\/+$/, ''),
    entityRef.toLowerCase(),
    environmentKey(environment),
    change,
  ];
}

/** Writes a file that is there as a whole or not at all. */
export async function writeCache(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: FOLDER_MODE });
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { flag: 'wx', mode: FILE_MODE });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Reads a file that only this user can have written. Throws an error for any
 * other file, because whoever writes it decides what passes.
 */
export async function readCache(file: string): Promise<string> {
  const handle = await open(
    file,
    // Windows has no such flag.
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0),
  );
  try {
    const stats = await handle.stat();
    const isOwn =
      process.platform === 'win32' ||
      (stats.uid === process.getuid?.() &&
        (stats.mode & WRITABLE_BY_OTHERS) === 0);
    if (!stats.isFile() || !isOwn) {
      throw new Error('others can write it');
    }
    if (stats.size > MAX_BYTES) {
      throw new Error('it is too large');
    }
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
