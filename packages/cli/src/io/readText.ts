import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { MAX_DOCUMENT_BYTES } from '@backstage-handover/plugin-handover-common/documents';
import { CommandError } from './CommandError';

/** The name of standard input among files. */
export const STDIN = '-';

const REASONS: Record<string, string> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a directory',
  ENOTDIR: 'a part of the path is not a directory',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'file name too long',
};

/**
 * Reads a file, or standard input for `-`, as UTF-8.
 *
 * Stops reading as soon as the input is larger than a document can be, so that
 * large or endless input doesn't fill the memory. The check of the text then
 * reports the size. Throws a CommandError if the input can't be read or isn't
 * text.
 */
export async function readText(file: string): Promise<string> {
  const bytes =
    file === STDIN
      ? await readStdin().catch(error => fail('standard input', error))
      : await readFile(file).catch(error => fail(`'${file}'`, error));
  const name = file === STDIN ? 'standard input' : `'${file}'`;
  if (bytes.includes(0)) {
    throw new CommandError(`cannot read ${name}: it is a binary file`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
      // What was cut off may end in the middle of a character.
      { stream: bytes.length > MAX_DOCUMENT_BYTES },
    );
  } catch {
    throw new CommandError(`cannot read ${name}: it is not UTF-8 text`);
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_DOCUMENT_BYTES) {
      break;
    }
  }
  return Buffer.concat(chunks);
}

/** Files are read one after the other: waiting for each in a pool of threads costs more. */
async function readFile(file: string): Promise<Uint8Array> {
  const descriptor = openSync(file, 'r');
  try {
    return readUpTo(descriptor, MAX_DOCUMENT_BYTES + 1);
  } finally {
    closeSync(descriptor);
  }
}

function readUpTo(descriptor: number, limit: number): Uint8Array {
  const { size } = fstatSync(descriptor);
  // Pipes and devices have no size.
  const buffer = Buffer.alloc(size > 0 ? Math.min(limit, size + 1) : limit);
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(
      descriptor,
      buffer,
      length,
      buffer.length - length,
      null,
    );
    if (read === 0) {
      break;
    }
    length += read;
  }
  return buffer.subarray(0, length);
}

function fail(name: string, error: NodeJS.ErrnoException): never {
  throw new CommandError(
    `cannot read ${name}: ${REASONS[error.code ?? ''] ?? error.message}`,
  );
}
