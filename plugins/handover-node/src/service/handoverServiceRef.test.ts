import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { handoverServiceMock } from '../testUtils';
import type { HandoverService } from './HandoverService';
import { handoverServiceRef } from './handoverServiceRef';

jest.setTimeout(60_000);

const ORDERS = 'component:default/orders';

/** A handover backend that responds with who asks for what. */
const handoverPlugin = createBackendPlugin({
  pluginId: 'handover',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        httpRouter.use(async (req, res) => {
          if (req.path.includes('unknown')) {
            throw new NotFoundError("No entity found for 'unknown'");
          }
          const { principal } = await httpAuth.credentials(req);
          res.json({ principal, url: req.url });
        });
      },
    });
  },
});

/** Another plugin, which uses the service. */
async function start(
  features: Parameters<typeof startTestBackend>[0]['features'],
) {
  let service: HandoverService | undefined;
  const consumer = createBackendPlugin({
    pluginId: 'consumer',
    register(env) {
      env.registerInit({
        deps: { handover: handoverServiceRef },
        async init({ handover }) {
          service = handover;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [...features!, consumer],
  });
  return { handover: service!, stop: () => backend.stop() };
}

describe('handoverServiceRef', () => {
  it('requests the backend on behalf of the given credentials', async () => {
    const { handover, stop } = await start([handoverPlugin]);
    await expect(
      handover.documents.get(ORDERS, {
        credentials: mockCredentials.user('user:default/ada'),
      }),
    ).resolves.toMatchObject({
      principal: { type: 'user', userEntityRef: 'user:default/ada' },
      url: '/documents/component/default/orders',
    });
    await expect(
      handover.gate.getDecision(
        ORDERS,
        { environment: 'production' },
        { credentials: mockCredentials.service('plugin:consumer') },
      ),
    ).resolves.toMatchObject({
      principal: { type: 'service', subject: 'plugin:consumer' },
      url: '/gate/component/default/orders?environment=production',
    });
    await stop();
  });

  it('rejects with the error of the backend', async () => {
    const { handover, stop } = await start([handoverPlugin]);
    await expect(
      handover.delivery.getPromotion('component:default/unknown', {
        credentials: mockCredentials.user(),
      }),
    ).rejects.toMatchObject({
      statusCode: 404,
      message: "No entity found for 'unknown'",
    });
    await stop();
  });

  it('can be replaced by a mock', async () => {
    const mock = handoverServiceMock.mock({
      documents: { list: async () => ({ items: [], totalItems: 3 }) },
    });
    const { handover, stop } = await start([mock.factory]);
    const credentials = mockCredentials.service();
    await expect(
      handover.documents.list({ limit: 1 }, { credentials }),
    ).resolves.toEqual({ items: [], totalItems: 3 });
    expect(mock.documents.list).toHaveBeenCalledWith(
      { limit: 1 },
      { credentials },
    );
    await expect(
      handover.gate.getDecisions(ORDERS, {}, { credentials }),
    ).rejects.toThrow(
      'handoverServiceMock has no response for gate.getDecisions',
    );
    mock.gate.getDecisions.mockResolvedValueOnce({ items: [] });
    await expect(
      handover.gate.getDecisions(ORDERS, {}, { credentials }),
    ).resolves.toEqual({ items: [] });
    await stop();
  });
});
