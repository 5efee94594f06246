import type { OpenApiDocument } from '@backstage-handover/plugin-handover-common/api';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { createOpenApiRouter } from './createOpenApiRouter';
import { publicPaths, readRoutes } from './routes';

jest.setTimeout(60_000);

const MIB = 1024 * 1024;
const responses = { '200': { description: 'The body as the route got it.' } };

/** A description with one route of each kind. */
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  security: [{ user: [] }, { service: [] }],
  paths: {
    '/things/{name}': {
      get: { operationId: 'getThing', responses, parameters: named('name') },
      put: {
        operationId: 'putThing',
        responses,
        parameters: named('name'),
        requestBody: {
          required: true,
          'x-handover-body': { limit: 1024 },
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: { size: { type: 'integer' } },
              },
            },
          },
        },
      },
    },
    '/things/transcript': {
      put: {
        operationId: 'putTranscript',
        responses,
        requestBody: {
          required: true,
          'x-handover-body': { limit: 3 * MIB },
          content: {
            'text/vtt': { schema: { $ref: '#/components/schemas/Text' } },
          },
        },
      },
    },
    '/admission': {
      post: {
        operationId: 'reviewAdmission',
        responses,
        security: [{ service: [] }],
        requestBody: {
          required: true,
          'x-handover-body': { limit: 3 * MIB },
          content: { 'application/json': { schema: {} } },
        },
      },
    },
    '/events': {
      post: {
        operationId: 'postEvents',
        responses,
        requestBody: {
          required: true,
          'x-handover-body': { limit: 1024, otherwise: 'application/json' },
          content: {
            'application/json': { schema: {} },
            'text/plain': { schema: { type: 'string' } },
          },
        },
      },
    },
    '/hooks/{provider}': {
      post: {
        operationId: 'receiveHook',
        responses,
        security: [],
        parameters: named('provider'),
        requestBody: {
          required: true,
          'x-handover-body': { limit: 1024, raw: true },
          content: { 'application/json': { schema: { type: 'object' } } },
        },
      },
      get: {
        operationId: 'listHooks',
        responses,
        security: [],
        parameters: named('provider'),
      },
    },
  },
  components: { schemas: { Text: { type: 'string' } } },
};

function named(name: string) {
  return [{ name, in: 'path', required: true, schema: { type: 'string' } }];
}

/** A plugin that responds with the body it got, and whether it is a buffer. */
function echoPlugin(options: { path?: string } = {}) {
  return createBackendPlugin({
    pluginId: 'echo',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router: Router = PromiseRouter();
          router.use(createOpenApiRouter({ document, httpAuth }));
          router.use((req, res) => {
            res.json(
              Buffer.isBuffer(req.body)
                ? { raw: req.body.toString('latin1') }
                : { body: req.body },
            );
          });
          httpRouter.use(router);
          const paths = options.path
            ? [options.path]
            : publicPaths(readRoutes(document));
          for (const path of paths) {
            httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
          }
        },
      });
    },
  });
}

const nobody = mockCredentials.none.header();
const user = mockCredentials.user.header();
const service = mockCredentials.service.header();

async function start(options?: { path?: string }) {
  const backend = await startTestBackend({
    features: [
      echoPlugin(options),
      // As in production: a request without a token is nobody's.
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
    ],
  });
  return {
    stop: () => backend.stop(),
    send: (
      method: 'get' | 'put' | 'post',
      path: string,
      from: string,
      body: string,
      type = 'application/json',
    ) =>
      request(backend.server)
        [method](`/api/echo${path}`)
        .set({ Authorization: from, 'Content-Type': type })
        .send(body),
  };
}

type Sent = Parameters<Awaited<ReturnType<typeof start>>['send']>;

describe('createOpenApiRouter', () => {
  let api: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    api = await start();
  });
  afterAll(() => api.stop());

  it.each<[number, string, ...Sent]>([
    [401, 'nobody', 'put', '/things/a', nobody, '{ not json'],
    [401, 'nobody', 'put', '/things/a', nobody, 'x'.repeat(2 * MIB)],
    [401, 'nobody', 'post', '/admission', nobody, '{ not json'],
    [403, 'a user', 'post', '/admission', user, '{ not json'],
    [403, 'a user', 'post', '/admission', user, 'x'.repeat(4 * MIB)],
    [400, 'a service', 'post', '/admission', service, '{ not json'],
    [413, 'a service', 'post', '/admission', service, 'x'.repeat(4 * MIB)],
  ])('responds with %d to %s at %s %s', async (expected, _who, ...sent) => {
    const { status, body } = await api.send(...sent);
    expect(status).toBe(expected);
    expect(body).toMatchObject({
      error: { name: expect.any(String), message: expect.any(String) },
      response: { statusCode: expected },
    });
  });

  it('authenticates before it reads a body, without the help of the plugin’s policies', async () => {
    const open = await start({ path: '/' });
    for (const body of ['{ not json', 'x'.repeat(2 * MIB)]) {
      const { status } = await open.send('put', '/things/a', nobody, body);
      expect(status).toBe(401);
    }
    await open.stop();
  });

  it('reads a body as long as its route allows, and no longer', async () => {
    const text = 'x'.repeat(2 * MIB);
    const review = await api.send(
      'post',
      '/admission',
      service,
      JSON.stringify(text.split('', 10).concat(text)),
    );
    expect(review.status).toBe(200);
    expect(review.body.body).toHaveLength(11);

    const transcript = await api.send(
      'put',
      '/things/transcript',
      user,
      text,
      'text/vtt',
    );
    expect(transcript.body.body).toBe(text);

    const thing = await api.send('put', '/things/a', user, `"${text}"`);
    expect(thing.status).toBe(413);
    expect(thing.body.error).toMatchObject({
      name: 'PayloadTooLargeError',
      message: 'The body is larger than 1 KiB',
    });
  });

  it('refuses media types that a route does not take, even if another does', async () => {
    const { status, body } = await api.send(
      'put',
      '/things/a',
      user,
      'WEBVTT',
      'text/vtt',
    );
    expect(status).toBe(415);
    expect(body.error.name).toBe('UnsupportedMediaTypeError');
    const wrong = await api.send('put', '/things/a', user, '{"size":"large"}');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain('size');
  });

  it('reads other media types as the one that a route names for them', async () => {
    const read = async (type: string) => {
      const sent = await api.send('post', '/events', user, '{"a":1}', type);
      return [sent.status, sent.body.body];
    };
    expect(await read('text/plain; charset=utf-8')).toEqual([200, '{"a":1}']);
    for (const type of [
      'application/json; profile=x',
      'application/octet-stream',
      'Application/X-Anything; a=b',
    ]) {
      expect(await read(type)).toEqual([200, { a: 1 }]);
    }
  });

  it('does not read the body of a route that takes none', async () => {
    const { status, body } = await api.send('get', '/things/a', user, '{ no');
    expect(status).toBe(200);
    expect(body).toEqual({});
  });

  it('hands on the bytes of a raw body as they came, to check a signature', async () => {
    const sign = (text: string) =>
      createHmac('sha256', 'key').update(text, 'latin1').digest('hex');
    for (const sent of ['{ "b": 1,\r\n  "a": 1.0 }', '{ not json']) {
      const { status, body } = await api.send(
        'post',
        '/hooks/github',
        nobody,
        sent,
      );
      expect(status).toBe(200);
      expect(sign(body.raw)).toBe(sign(sent));
    }
    const long = await api.send(
      'post',
      '/hooks/github',
      nobody,
      ' '.repeat(2000),
    );
    expect(long.status).toBe(413);
    const xml = await api.send(
      'post',
      '/hooks/github',
      nobody,
      '<a/>',
      'text/xml',
    );
    expect(xml.status).toBe(415);
  });
});

describe('readRoutes', () => {
  const withOperation = (operation: object): OpenApiDocument => ({
    ...document,
    paths: {
      '/x': { post: { operationId: 'postX', responses, ...operation } },
    },
  });
  const content = { 'application/json': { schema: {} } };

  it.each<[string, object]>([
    [
      "postX takes a body without a maximum size ('x-handover-body.limit', in bytes)",
      { requestBody: { content } },
    ],
    [
      "postX takes a body without a maximum size ('x-handover-body.limit', in bytes)",
      { requestBody: { content, 'x-handover-body': { limit: '1mb' } } },
    ],
    [
      "The 'x-handover-body' of postX has only 'limit', 'otherwise' and 'raw', which is true or false",
      { requestBody: { content, 'x-handover-body': { limit: 1, rwa: true } } },
    ],
    [
      "The 'x-handover-body.otherwise' of postX is not one of its media types",
      {
        requestBody: {
          content,
          'x-handover-body': { limit: 1, otherwise: 'text/json' },
        },
      },
    ],
    [
      'postX takes a body of no media type',
      { requestBody: { 'x-handover-body': { limit: 1 } } },
    ],
    [
      "postX requires 'srevice', which is not one of 'user', 'service'",
      { security: [{ srevice: [] }] },
    ],
    [
      "postX requires 'user' and 'service', which is not one of 'user', 'service'",
      { security: [{ user: [], service: [] }] },
    ],
    [
      "postX requires '', which is not one of 'user', 'service'",
      { security: [{}] },
    ],
  ])('refuses a description: %s', (message, operation) => {
    expect(() => readRoutes(withOperation(operation))).toThrow(message);
  });

  it('refuses a description that does not say who may call a route', () => {
    const { security, ...open } = withOperation({});
    expect(() => readRoutes(open as OpenApiDocument)).toThrow(
      "postX does not say who may call it ('security')",
    );
  });

  it('refuses a route whose credentials nobody checks', () => {
    expect(() =>
      createOpenApiRouter({
        document: withOperation({ security: [{ cluster: [] }] }),
        httpAuth: mockServices.httpAuth.mock(),
      }),
    ).toThrow("Nobody checks the 'cluster' that postX needs");
  });

  it('lets nobody into a path without credentials if one of its methods needs them', () => {
    expect(publicPaths(readRoutes(document))).toEqual(['/hooks/:provider']);
    const closed = structuredClone(document);
    (closed.paths['/hooks/{provider}'].get as { security?: object }).security =
      [{ user: [] }];
    expect(publicPaths(readRoutes(closed))).toEqual([]);
  });
});
