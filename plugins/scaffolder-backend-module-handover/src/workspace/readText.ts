import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Of a text file only so many bytes decide whether it is binary. */
const SNIFFED_BYTES = 8_000;

/** A file's text, or why it was not read. */
export type ReadText = { text: string } | { skipped: string };

/**
 * Reads a text file, without following a link at its end.
 *
 * @param maxBytes - of a larger file nothing is read
 */
export async function readText(
  path: string,
  maxBytes: number,
): Promise<ReadText> {
  const file = await open(
    path,
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
  );
  try {
    const stat = await file.stat();
    if (!stat.isFile()) {
      return { skipped: 'is not a file' };
    }
    if (stat.size > maxBytes) {
      return { skipped: `is larger than ${maxBytes / 1024} KiB` };
    }
    const bytes = await file.readFile();
    if (bytes.subarray(0, SNIFFED_BYTES).includes(0)) {
      return { skipped: 'is not a text file' };
    }
    return { text: new TextDecoder().decode(bytes) };
  } finally {
    await file.close();
  }
}
