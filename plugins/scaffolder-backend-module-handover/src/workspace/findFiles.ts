import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of what others wrote or machines made: nothing in them is about this service. */
const IGNORED_FOLDERS = new Set([
  '.git',
  '.gradle',
  '.idea',
  '.terraform',
  '.yarn',
  'build',
  'coverage',
  'dist',
  'node_modules',
  'target',
  'testdata',
  'third_party',
  'vendor',
  '__fixtures__',
]);

/** Deepest folder that is looked into. */
const MAX_DEPTH = 8;

/** Most files and folders that are looked at. */
const MAX_ENTRIES = 20_000;

/** The files of a folder that are wanted, and whether all of it was looked at. */
export type FoundFiles = {
  /** Relative to the folder, with slashes; shallow ones first, then by name. */
  paths: string[];
  complete: boolean;
};

/**
 * Finds files below a folder. Links are not followed: what they lead to belongs
 * to the workspace anyway, or must not be read.
 */
export async function findFiles(options: {
  folder: string;
  isWanted: (path: string) => boolean;
  signal?: AbortSignal;
}): Promise<FoundFiles> {
  const { folder, isWanted, signal } = options;
  const paths: string[] = [];
  let level = [''];
  let seen = 0;
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++) {
    const deeper: string[] = [];
    for (const parent of level) {
      signal?.throwIfAborted();
      const entries = await readdir(join(folder, parent), {
        withFileTypes: true,
      });
      seen += entries.length;
      if (seen > MAX_ENTRIES) {
        return { paths, complete: false };
      }
      for (const entry of entries.sort(byName)) {
        const path = parent ? `${parent}/${entry.name}` : entry.name;
        if (entry.isDirectory() && !IGNORED_FOLDERS.has(entry.name)) {
          deeper.push(path);
        } else if (entry.isFile() && isWanted(path)) {
          paths.push(path);
        }
      }
    }
    level = deeper;
  }
  return { paths, complete: level.length === 0 };
}

/** The same order on every machine. */
function byName(a: { name: string }, b: { name: string }): number {
  if (a.name === b.name) {
    return 0;
  }
  return a.name < b.name ? -1 : 1;
}
