import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import mcpActionsPlugin from '@backstage/plugin-mcp-actions-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  as,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';

type Backend = Awaited<ReturnType<typeof startHandoverBackend>>;

/**
 * The MCP endpoint of a backend, and a client that is signed in to it as Ada.
 * Permissions and audit events count only after `prepare`.
 */
export async function startMcp(options: {
  entities: Entity[];
  config?: JsonObject;
  authorize?: PermissionsService['authorizeConditional'];
  prepare(backend: Backend): Promise<void>;
}) {
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockImplementation(async () => ({
    success: async () => {},
    fail: async () => {},
  }));
  let authorize: PermissionsService['authorizeConditional'] = async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW }));
  const backend = await startHandoverBackend({
    entities: options.entities,
    auditor,
    authorize: (...args) => authorize(...args),
    config: {
      backend: { actions: { pluginSources: ['handover'] } },
      ...options.config,
    },
    extra: [
      mcpActionsPlugin,
      actionsRegistryServiceFactory,
      actionsServiceFactory,
    ],
  });
  await options.prepare(backend);
  authorize = options.authorize ?? authorize;
  auditor.createEvent.mockClear();

  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`http://localhost:${backend.server.port()}/api/mcp-actions/v1`),
      { requestInit: { headers: as('user:default/ada') } },
    ),
  );
  return {
    backend,
    client,
    auditor,
    call: (name: string, input: Record<string, unknown>) =>
      client.callTool({ name: `handover.${name}`, arguments: input }),
    stop: async () => {
      await client.close();
      await backend.stop();
    },
  };
}
