import { ConflictError, isError } from '@backstage/errors';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { assertNoLinks } from './assertNoLinks';
import { commitAll } from './git';
import { exists, serviceFolder } from './serviceFolder';

/** How long a folder that was never finished is left alone, in milliseconds. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** Begins the names of folders that are being made; never a service's name. */
const UNFINISHED = '.unfinished-';

/**
 * Makes a copy of a folder a Git repository in the folder of local services. It
 * appears whole or not at all: it is made beside its place and moved there in one
 * step.
 *
 * @param options.folder - where the repositories are, absolute
 * @param options.from - what is copied, absolute
 * @returns where it is
 * @throws ConflictError if the name is taken
 */
export async function createRepository(options: {
  folder: string;
  name: string;
  from: string;
  message: string;
  signal?: AbortSignal;
}): Promise<string> {
  const { folder, name, from, message, signal } = options;
  const target = serviceFolder(folder, name);
  await assertFree(target, name);
  await assertNoLinks(from);
  await mkdir(folder, { recursive: true });
  await removeAbandoned(folder);
  const unfinished = path.join(
    folder,
    `${UNFINISHED}${name}-${randomBytes(4).toString('hex')}`,
  );
  try {
    await cp(from, unfinished, { recursive: true });
    await commitAll(unfinished, message);
    signal?.throwIfAborted();
    await moveInto(unfinished, target, name);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return target;
}

/** @throws ConflictError if something is there */
export async function assertFree(target: string, name: string): Promise<void> {
  if (await exists(target)) {
    throw taken(name);
  }
}

function taken(name: string, cause?: unknown): ConflictError {
  return new ConflictError(
    `There is already a service '${name}' in the folder. Choose another name`,
    cause,
  );
}

/** @throws ConflictError if somebody else was there first. */
async function moveInto(from: string, to: string, name: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // What the systems say differs; that something is there decides.
    throw (await exists(to)) ? taken(name, error) : error;
  }
}

/** Removes what a process that was killed left behind. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(UNFINISHED)) {
      const abandoned = path.join(folder, name);
      if (Date.now() - (await changedAtMs(abandoned)) > ABANDONED_AFTER_MS) {
        await rm(abandoned, { recursive: true, force: true });
      }
    }
  }
}

/** When a folder last changed: now if another process has just moved it. */
async function changedAtMs(folder: string): Promise<number> {
  try {
    return (await stat(folder)).mtimeMs;
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return Date.now();
    }
    throw error;
  }
}
