import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import scaffolderModuleHandover from './index';

it('shows its actions in a scaffolder, with the schemas of what they take and return', async () => {
  const { server } = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleHandover,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data: {} }),
    ],
  });
  const { body, status } = await request(server)
    .get('/api/scaffolder/v2/actions')
    .set('authorization', mockCredentials.user.header());

  expect(status).toBe(200);
  expect(
    body.filter(({ id }: { id: string }) => id.startsWith('handover:')),
  ).toEqual([
    expect.objectContaining({ id: 'handover:assert-new' }),
    expect.objectContaining({
      id: 'handover:create',
      schema: {
        input: expect.objectContaining({ required: ['document'] }),
        output: expect.objectContaining({
          required: ['path', 'coverage', 'missing'],
        }),
      },
    }),
    expect.objectContaining({ id: 'handover:draft' }),
    expect.objectContaining({ id: 'handover:find-repository' }),
    expect.objectContaining({ id: 'handover:validate' }),
  ]);
});

it('gives templates filters and a global, which have examples', async () => {
  const { server } = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleHandover,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data: {} }),
    ],
  });
  const { body } = await request(server)
    .get('/api/scaffolder/v2/templating-extensions')
    .set('authorization', mockCredentials.user.header());
  expect(body.filters).toMatchObject({
    handoverEnvironments: { examples: [expect.anything()] },
    handoverTriggers: { examples: [expect.anything()] },
  });
  expect(body.globals.functions).toMatchObject({ today: expect.anything() });
});
