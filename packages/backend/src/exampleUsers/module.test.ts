import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import auth from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import { authModuleExampleUsers } from './module';

const readConfig = (name: string) =>
  parse(readFileSync(path.resolve(__dirname, '../../../..', name), 'utf8'));

const ada = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ada' },
  spec: { profile: { displayName: 'Ada', email: 'ada@example.com' } },
  relations: [{ type: 'memberOf', targetRef: 'group:default/shop' }],
};

async function startAuth(example: object = {}, demo = true) {
  const backend = await startTestBackend({
    features: [
      auth,
      authModuleExampleUsers,
      catalogServiceMock.factory({ entities: [ada] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          demo: { enabled: demo },
          auth: {
            providers: {
              example: {
                users: [{ entityRef: 'user:default/Ada' }],
                ...example,
              },
            },
          },
        },
      }),
    ],
  });
  return {
    stop: () => backend.stop(),
    signIn: (user?: string) =>
      request(backend.server)
        .get('/api/auth/example/refresh')
        .set(user ? { 'x-example-user': user } : {}),
  };
}

describe('the sign-in as an example user', () => {
  const { env } = process;
  afterEach(() => {
    process.env = env;
  });

  it('gives the identity of a configured user, in development', async () => {
    process.env = { ...env, NODE_ENV: 'development' };
    const portal = await startAuth();
    // As the page sends what is configured.
    const { status, body } = await portal.signIn('user:default/Ada');
    expect(status).toBe(200);
    expect(body.profile).toEqual({
      displayName: 'Ada',
      email: 'ada@example.com',
    });
    expect(body.backstageIdentity.identity).toEqual({
      type: 'user',
      userEntityRef: 'user:default/ada',
      ownershipEntityRefs: ['user:default/ada', 'group:default/shop'],
    });
    expect((await portal.signIn()).status).toBe(400);
    const malformed = await portal.signIn('user:');
    expect(malformed.status).toBe(400);
    expect(malformed.body.error.message).toContain(
      "The header 'x-example-user' is not an entity reference",
    );
    const other = await portal.signIn('user:default/eve');
    expect(other.status).toBe(403);
    expect(other.body.error.message).toBe(
      "'user:default/eve' is not one of 'auth.providers.example.users'",
    );
    await portal.stop();
  });

  it.each([
    ['production', undefined, 403],
    ['production', false, 403],
    ['production', true, 200],
    ['test', undefined, 403],
    ['', undefined, 403],
  ])(
    'with NODE_ENV=%s and the permission of the configuration %s, responds with %s',
    async (NODE_ENV, dangerouslyAllowOutsideDevelopment, status) => {
      process.env = { ...env, NODE_ENV };
      const portal = await startAuth({ dangerouslyAllowOutsideDevelopment });
      expect((await portal.signIn('user:default/ada')).status).toBe(status);
      await portal.stop();
    },
  );

  it('does not exist without the demonstration, as in production', async () => {
    process.env = { ...env, NODE_ENV: 'development' };
    const portal = await startAuth({}, false);
    expect((await portal.signIn('user:default/ada')).status).toBe(404);
    await portal.stop();

    const production = readConfig('app-config.production.yaml');
    expect(production.demo).toEqual({ enabled: false });
    expect(production.auth.providers).toBeUndefined();
    expect(
      readConfig('app-config.yaml').auth.providers.example,
    ).not.toHaveProperty('dangerouslyAllowOutsideDevelopment');
  });
});
