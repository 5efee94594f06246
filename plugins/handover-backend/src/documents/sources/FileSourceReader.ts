import { isChildPath } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import {
  type SourceLocation,
  type SourceReader,
  type SourceResult,
  tooLarge,
} from './SourceReader';

type FileLocation = Extract<SourceLocation, { type: 'file' }>;

/**
 * Reads documents from disk, inside the folder of the entity's own file.
 *
 * Anyone who can write a `catalog-info.yaml` can write its location annotation
 * too. So the folder must moreover be inside one that whoever runs the backend
 * has named.
 */
export class FileSourceReader implements SourceReader<FileLocation> {
  readonly #folders: string[];
  readonly #maxBytes: number;

  static create(options: {
    /** Absolute paths of the folders that may be read from. */
    folders: string[];
    maxBytes: number;
  }): FileSourceReader {
    return new FileSourceReader(options);
  }

  private constructor(options: { folders: string[]; maxBytes: number }) {
    this.#folders = options.folders;
    this.#maxBytes = options.maxBytes;
  }

  async read(
    location: FileLocation,
    options: { etag?: string },
  ): Promise<SourceResult> {
    const file = path.join(location.folder, location.path);
    try {
      if (!this.#folders.some(folder => isChildPath(folder, location.folder))) {
        return {
          status: 'unreachable',
          message: `Reading from the folder of the entity's own file is not allowed; add the folder to 'handover.documents.folders'`,
        };
      }
      // Symbolic links are followed before the check, not after it.
      const realFolder = await fs.realpath(location.folder);
      const realFile = await fs.realpath(file);
      if (!isChildPath(realFolder, realFile)) {
        return {
          status: 'invalid',
          message: `'${location.path}' is a symbolic link that leads outside the folder of the entity's own file`,
        };
      }
      return await this.#readFile(realFile, location.path, options.etag);
    } catch (error) {
      return explain(error, location.path);
    }
  }

  async #readFile(
    file: string,
    shownPath: string,
    knownEtag: string | undefined,
  ): Promise<SourceResult> {
    // Without blocking: a pipe would keep the open waiting for a writer.
    const handle = await fs.open(
      file,
      // eslint-disable-next-line no-bitwise
      constants.O_RDONLY | constants.O_NONBLOCK,
    );
    try {
      const stat = await handle.stat({ bigint: true });
      if (!stat.isFile()) {
        return { status: 'invalid', message: `'${shownPath}' is not a file` };
      }
      const etag = `${stat.ino}-${stat.mtimeNs}-${stat.size}`;
      if (etag === knownEtag) {
        return { status: 'unchanged' };
      }
      // It may grow while it is read.
      const buffer = Buffer.alloc(this.#maxBytes + 1);
      let size = 0;
      for (;;) {
        const { bytesRead } = await handle.read(
          buffer,
          size,
          buffer.length - size,
          size,
        );
        size += bytesRead;
        if (bytesRead === 0 || size === buffer.length) {
          break;
        }
      }
      return size > this.#maxBytes
        ? { status: 'invalid', message: tooLarge(this.#maxBytes), etag }
        : { status: 'content', content: buffer.subarray(0, size), etag };
    } finally {
      await handle.close();
    }
  }
}

function explain(error: unknown, shownPath: string): SourceResult {
  const code = isError(error) ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { status: 'missing' };
  }
  if (code === 'ELOOP') {
    return { status: 'invalid', message: `'${shownPath}' is a link to itself` };
  }
  return {
    status: 'unreachable',
    message: `Could not read '${shownPath}' from disk${
      typeof code === 'string' ? `: ${code}` : ''
    }`,
  };
}
