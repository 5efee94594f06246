import { join } from 'node:path';
import { findFiles } from '../workspace/findFiles';
import { readText } from '../workspace/readText';
import { isSource } from './propose';
import type { SourceFile } from './types';

/** Largest file that is read, in bytes. */
const MAX_FILE_BYTES = 256 * 1024;

/** Most characters that are read from all files together. */
const MAX_TOTAL = 8 * 1024 * 1024;

/** Most files that are read. */
const MAX_FILES = 500;

/** Files that can be drafted from, and what was not read. */
export type Sources = {
  files: SourceFile[];
  skipped: { path: string; reason: string }[];
};

/** Reads the files of a folder that a handover can be drafted from. */
export async function readSources(
  folder: string,
  options: { signal?: AbortSignal } = {},
): Promise<Sources> {
  const { signal } = options;
  const { paths, complete } = await findFiles({
    folder,
    isWanted: isSource,
    signal,
  });
  const sources: Sources = { files: [], skipped: [] };
  if (!complete) {
    sources.skipped.push({
      path: '.',
      reason: 'has too many folders, or too deep ones, to read them all',
    });
  }
  let total = 0;
  for (const [index, path] of paths.entries()) {
    signal?.throwIfAborted();
    if (index >= MAX_FILES || total > MAX_TOTAL) {
      sources.skipped.push({
        path,
        reason: `and what comes after it is more than is read, ${MAX_FILES} files or ${
          MAX_TOTAL / 1024 / 1024
        } MiB`,
      });
      break;
    }
    const read = await readText(join(folder, path), MAX_FILE_BYTES);
    if ('text' in read) {
      sources.files.push({ path, text: read.text });
      total += read.text.length;
    } else {
      sources.skipped.push({ path, reason: read.skipped });
    }
  }
  return sources;
}
