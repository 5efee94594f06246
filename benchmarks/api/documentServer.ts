import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export type DocumentServer = {
  /** `127.0.0.1:<port>` */
  host: string;
  /** Answers since the start, by HTTP status. */
  answers: Map<number, number>;
  stop(): Promise<void>;
};

/**
 * Serves a folder's files on this machine only, as source control systems do:
 * with an ETag, and 304 to whoever has it already (RFC 9110 §13.1.2).
 */
export async function startDocumentServer(
  folder: string,
): Promise<DocumentServer> {
  const answers = new Map<number, number>();
  // The content does not change while this runs.
  const etags = new Map<string, string>();

  const server = createServer(async (req, res) => {
    const answer = (status: number, body?: Buffer) => {
      answers.set(status, (answers.get(status) ?? 0) + 1);
      res.writeHead(status, { 'content-type': 'application/yaml' }).end(body);
    };
    const file = path.join(folder, path.normalize(`/${req.url}`));
    const known = etags.get(file);
    if (known && req.headers['if-none-match'] === known) {
      answer(304);
      return;
    }
    try {
      const body = await readFile(file);
      const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
      etags.set(file, etag);
      res.setHeader('etag', etag);
      answer(200, body);
    } catch {
      answer(404);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    answers,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
