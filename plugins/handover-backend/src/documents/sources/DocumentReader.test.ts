import { parseHandoverDocument } from '@backstage-handover/plugin-handover-common/documents';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { promises as fs } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handoverYaml } from '../__testUtils__/documents';
import { DefaultDocumentReader } from './DocumentReader';
import { FileSourceReader } from './FileSourceReader';
import { UrlSourceReader } from './UrlSourceReader';

const ORDERS = 'component:default/orders';
const MAX_BYTES = 256 * 1024;
const never = new AbortController().signal;

async function listen(handler: RequestListener) {
  const server = createServer(handler);
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  return { server, port };
}

async function close(server: Server) {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
}

function createReader(options: { ports?: number[]; folders?: string[] }) {
  const config = new ConfigReader({
    backend: {
      reading: {
        allow: (options.ports ?? []).map(port => ({
          host: `127.0.0.1:${port}`,
        })),
      },
    },
  });
  const logger = mockServices.logger.mock();
  return {
    logger,
    reader: DefaultDocumentReader.create({
      integrations: ScmIntegrations.fromConfig(config),
      urls: UrlSourceReader.create({
        urlReader: UrlReaders.default({ logger, config }),
        maxBytes: MAX_BYTES,
        timeoutMs: 3_000,
      }),
      files: FileSourceReader.create({
        folders: options.folders ?? [],
        maxBytes: MAX_BYTES,
      }),
      check: async (text, about) => parseHandoverDocument(text, about),
      logger,
    }),
  };
}

describe('DefaultDocumentReader', () => {
  it('finds a handover missing where nothing points to one', async () => {
    const { reader } = createReader({});
    await expect(
      reader.read({ entityRef: ORDERS }, { signal: never }),
    ).resolves.toEqual({ status: 'missing', problems: [] });
  });

  describe('over HTTP', () => {
    let server: Server;
    let port: number;
    let other: Server;
    let otherPort: number;
    let otherRequests: number;
    let bytesSent: number;

    beforeAll(async () => {
      ({ server: other, port: otherPort } = await listen((_, res) => {
        otherRequests += 1;
        res.end(handoverYaml('Internal'));
      }));
      ({ server, port } = await listen((req, res) => {
        switch (req.url?.split('?')[0]) {
          case '/ok.yaml':
            if (req.headers['if-none-match'] === '"v1"') {
              res.writeHead(304).end();
            } else {
              res.writeHead(200, { etag: '"v1"' }).end(handoverYaml('Orders'));
            }
            break;
          case '/other-entity.yaml':
            res.end(
              handoverYaml('x', { entityRef: 'component:default/other' }),
            );
            break;
          case '/same-entity.yaml':
            res.end(
              handoverYaml('x', { entityRef: 'Component:default/Orders' }),
            );
            break;
          case '/moved.yaml':
            res.writeHead(302, { location: '/ok.yaml' }).end();
            break;
          case '/elsewhere.yaml':
            res
              .writeHead(302, {
                location: `http://127.0.0.1:${otherPort}/secret?token=t0ps3cret`,
              })
              .end();
            break;
          case '/around.yaml':
            res.writeHead(302, { location: '/around.yaml' }).end();
            break;
          case '/large.yaml': {
            // Without a length, and faster than it could be kept.
            const send = () => {
              while (!res.destroyed && bytesSent < 50_000_000) {
                bytesSent += 65_536;
                if (!res.write(Buffer.alloc(65_536, 'a'))) {
                  res.once('drain', send);
                  return;
                }
              }
              res.end();
            };
            send();
            break;
          }
          case '/slow.yaml':
            break;
          case '/stalls.yaml':
            res.write('apiVersion: ');
            break;
          case '/binary.yaml':
            res.end(Buffer.from([0xff, 0xfe, 0x00, 0x41]));
            break;
          case '/nul.yaml':
            res.end('apiVersion: handover.dev/v1\nkind: "\0"\n');
            break;
          case '/error.yaml':
            res.writeHead(500).end('password=hunter2');
            break;
          case '/denied.yaml':
            res.writeHead(403).end();
            break;
          default:
            res.writeHead(404).end();
        }
      }));
    });

    beforeEach(() => {
      otherRequests = 0;
      bytesSent = 0;
    });

    afterAll(async () => {
      await close(server);
      await close(other);
    });

    function read(annotation: string, etag?: string) {
      return createReader({ ports: [port] }).reader.read(
        {
          entityRef: ORDERS,
          etag,
          reference: {
            annotation,
            entityLocation: `url:http://127.0.0.1:${port}/catalog-info.yaml`,
          },
        },
        { signal: never },
      );
    }

    it('reads a document, and only if it changed', async () => {
      await expect(read('./ok.yaml')).resolves.toMatchObject({
        status: 'ok',
        document: { overview: { purpose: 'Orders' } },
        location: `url:http://127.0.0.1:${port}/ok.yaml`,
        etag: '"v1"',
      });
      await expect(read('./ok.yaml', '"v1"')).resolves.toEqual({
        status: 'unchanged',
      });
      await expect(read('./ok.yaml', '"v0"')).resolves.toMatchObject({
        status: 'ok',
      });
      await expect(read('./moved.yaml')).resolves.toMatchObject({
        status: 'ok',
      });
      await expect(read('./same-entity.yaml')).resolves.toMatchObject({
        status: 'ok',
      });
    });

    const UNREADABLE = [
      [
        'a file that is not there',
        './gone.yaml',
        'missing',
        "handover.dev/ref points to './gone.yaml', which does not exist",
      ],
      [
        'a document about another entity',
        './other-entity.yaml',
        'invalid',
        "is 'component:default/other', but this is the handover of 'component:default/orders'",
      ],
      [
        'a path out of the repository',
        'file:/etc/passwd',
        'invalid',
        "handover.dev/ref: 'file:…' must be a path relative",
      ],
      ['bytes that are no text', './binary.yaml', 'invalid', 'not UTF-8 text'],
      ['a NUL character', './nul.yaml', 'invalid', 'NUL character'],
      [
        'an error',
        './error.yaml',
        'unreachable',
        'the server responded with 500',
      ],
      [
        'no permission',
        './denied.yaml',
        'unreachable',
        'the server responded with 403',
      ],
      [
        'a redirect without end',
        './around.yaml',
        'unreachable',
        'redirects too many times',
      ],
      [
        'no answer',
        './slow.yaml?token=t0ps3cret',
        'unreachable',
        'no response within 3 seconds',
      ],
      [
        'half an answer',
        './stalls.yaml',
        'unreachable',
        'no response within 3 seconds',
      ],
      [
        'a host that is not allowed',
        'http://127.0.0.1:9/x?sig=t0ps3cret',
        'unreachable',
        "needs an integration or an entry in 'backend.reading.allow'",
      ],
    ];

    it.each(UNREADABLE)(
      'explains %s',
      async (_, annotation, status, message) => {
        const outcome = await read(annotation);
        expect(outcome).toMatchObject({
          status,
          problems: [
            { message: expect.stringContaining(message), severity: 'error' },
          ],
        });
        expect(JSON.stringify(outcome)).not.toMatch(/t0ps3cret|hunter2/);
      },
    );

    it('does not follow a redirect to a host that is not allowed', async () => {
      const outcome = await read('./elsewhere.yaml');
      expect(outcome).toMatchObject({
        status: 'unreachable',
        problems: [{ message: expect.stringContaining('is not allowed') }],
      });
      expect(JSON.stringify(outcome)).not.toContain('t0ps3cret');
      expect(otherRequests).toBe(0);
    });

    it('stops reading at the size limit', async () => {
      await expect(read('./large.yaml')).resolves.toMatchObject({
        status: 'invalid',
        problems: [{ message: expect.stringContaining('larger than 256 KiB') }],
      });
      // What the sockets hold comes on top, and no more.
      expect(bytesSent).toBeLessThan(20_000_000);
    });

    it('leaves a host that does not answer alone for a while, and no other', async () => {
      const dead = await listen(() => {});
      await close(dead.server);
      const { reader } = createReader({ ports: [port, dead.port] });
      const readFrom = (from: number) =>
        reader.read(
          {
            entityRef: ORDERS,
            reference: {
              annotation: `http://127.0.0.1:${from}/ok.yaml`,
              entityLocation: 'url:http://x.test/c.yaml',
            },
          },
          { signal: never },
        );
      for (let count = 0; count < 10; count += 1) {
        await expect(readFrom(dead.port)).resolves.toMatchObject({
          status: 'unreachable',
          problems: [
            { message: expect.stringContaining('no connection could be made') },
          ],
        });
      }
      await expect(readFrom(dead.port)).resolves.toMatchObject({
        status: 'unreachable',
        problems: [
          { message: expect.stringContaining('Handover tries again soon') },
        ],
      });
      await expect(readFrom(port)).resolves.toMatchObject({ status: 'ok' });
    });
  });

  describe('from disk', () => {
    const directory = createMockDirectory();

    beforeEach(() => {
      directory.setContent({
        'outside.yaml': handoverYaml('Outside'),
        allowed: {
          orders: {
            'catalog-info.yaml': '',
            'handover.yaml': handoverYaml('Orders'),
            'large.yaml': 'a'.repeat(5_000_000),
            docs: { 'h.yaml': handoverYaml('Nested') },
          },
        },
        forbidden: { 'handover.yaml': handoverYaml('Forbidden') },
      });
    });

    function read(
      annotation?: string,
      options: { etag?: string; from?: string } = {},
    ) {
      const { reader } = createReader({
        folders: [directory.resolve('allowed')],
      });
      return reader.read(
        {
          entityRef: ORDERS,
          etag: options.etag,
          reference: {
            annotation,
            entityLocation: `file:${directory.resolve(
              options.from ?? 'allowed/orders/catalog-info.yaml',
            )}`,
          },
        },
        { signal: never },
      );
    }

    it('reads a document, and only if it changed', async () => {
      const first = await read();
      expect(first).toMatchObject({
        status: 'ok',
        document: { overview: { purpose: 'Orders' } },
        location: `file:${directory.resolve('allowed/orders/handover.yaml')}`,
      });
      const etag = first.status === 'ok' ? first.etag : undefined;
      await expect(read(undefined, { etag })).resolves.toEqual({
        status: 'unchanged',
      });
      directory.addContent({
        'allowed/orders/handover.yaml': handoverYaml('Ordera'),
      });
      await expect(read(undefined, { etag })).resolves.toMatchObject({
        document: { overview: { purpose: 'Ordera' } },
      });
      await expect(read('./docs/h.yaml')).resolves.toMatchObject({
        document: { overview: { purpose: 'Nested' } },
      });
    });

    it('refuses links that leave the folder, and follows those that do not', async () => {
      const orders = directory.resolve('allowed/orders');
      await fs.symlink(directory.resolve('outside.yaml'), `${orders}/out.yaml`);
      await fs.symlink(directory.path, `${orders}/up`);
      await fs.symlink('docs/h.yaml', `${orders}/in.yaml`);
      await fs.symlink('loop.yaml', `${orders}/loop.yaml`);

      const leaves = {
        status: 'invalid',
        problems: [
          { message: expect.stringContaining('leads outside the folder') },
        ],
      };
      await expect(read('./out.yaml')).resolves.toMatchObject(leaves);
      await expect(read('./up/outside.yaml')).resolves.toMatchObject(leaves);
      await expect(read('../../outside.yaml')).resolves.toMatchObject(leaves);
      await expect(read('./in.yaml')).resolves.toMatchObject({ status: 'ok' });
      await expect(read('./loop.yaml')).resolves.toMatchObject({
        status: 'invalid',
        problems: [{ message: "'loop.yaml' is a link to itself" }],
      });
    });

    it.each([
      ['./gone.yaml', 'missing', 'which does not exist'],
      ['./handover.yaml/x', 'missing', 'which does not exist'],
      ['./large.yaml', 'invalid', 'larger than 256 KiB'],
      ['./docs', 'invalid', "'docs' is not a file"],
    ])('explains %s', async (annotation, status, message) => {
      await expect(read(annotation)).resolves.toMatchObject({
        status,
        problems: [{ message: expect.stringContaining(message) }],
      });
    });

    it('says nothing of a sibling that nobody promised', async () => {
      await fs.rm(directory.resolve('allowed/orders/handover.yaml'));
      await expect(read()).resolves.toMatchObject({
        status: 'missing',
        problems: [],
      });
    });

    it('reads only inside folders that were named', async () => {
      // The location annotation of an entity can be written by its author.
      await expect(
        read(undefined, { from: 'forbidden/catalog-info.yaml' }),
      ).resolves.toMatchObject({
        status: 'unreachable',
        problems: [
          { message: expect.stringContaining('handover.documents.folders') },
        ],
      });
    });
  });
});
