import type { Entity } from '@backstage/catalog-model';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request, { type Test } from 'supertest';
import handoverPlugin from '..';
import { expectConformance } from './openapiConformance';

/** A component of the catalog that has no handover yet. */
export function component(
  name: string,
  options: {
    owner?: string;
    system?: string;
    annotations?: Record<string, string>;
  } = {},
): Entity {
  const { owner = 'group:default/shop', system, annotations } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner, system },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      ...(system ? [{ type: 'partOf', targetRef: system }] : []),
    ],
  };
}

const allowAll: PermissionsService['authorizeConditional'] = async requests =>
  requests.map(() => ({ result: AuthorizeResult.ALLOW }));

/** The real plugin behind a real HTTP server, with a catalog of these entities. */
export async function startHandoverBackend(options: {
  entities: Entity[];
  /** The plugin's database; SQLite in memory unless given. */
  database?: Parameters<typeof mockServices.database.factory>[0];
  /** Answers the permission framework gives; everything is allowed unless given. */
  authorize?: PermissionsService['authorizeConditional'];
  /** Whether events may be sent; they may unless given. */
  mayReport?: boolean;
  catalog?: ReturnType<typeof catalogServiceMock.mock>;
  auditor?: ReturnType<typeof mockServices.auditor.mock>;
  config?: JsonObject;
  extra?: Parameters<typeof startTestBackend>[0]['features'];
}) {
  const { authorize = allowAll, mayReport = true } = options;
  const auditor = options.auditor ?? mockServices.auditor.mock();
  if (!options.auditor) {
    auditor.createEvent.mockImplementation(async () => ({
      success: async () => {},
      fail: async () => {},
    }));
  }
  const testBackend = await startTestBackend({
    features: [
      handoverPlugin,
      options.catalog?.factory ??
        catalogServiceMock.factory({ entities: options.entities }),
      mockServices.database.factory(options.database),
      mockServices.permissions.mock({
        authorizeConditional: authorize,
        authorize: async requests =>
          requests.map(() => ({
            result: mayReport ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          })),
      }).factory,
      auditor.factory,
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      ...(options.extra ?? []),
    ],
  });

  // Every answer that a test looks at must be one that the API describes.
  const call = async (test: Test) => {
    const response = await test;
    expectConformance(response);
    return response;
  };
  const url = (path: string) => `/api/handover${path}`;
  const agent = request(testBackend.server);
  return {
    stop: () => testBackend.stop(),
    server: testBackend.server,
    auditor,
    agent,
    get: (path: string, headers: Record<string, string> = {}) =>
      call(agent.get(url(path)).set(headers)),
    put: (
      path: string,
      body: string | object,
      headers: Record<string, string> = {},
    ) =>
      call(
        agent
          .put(url(path))
          .set(
            'Content-Type',
            typeof body === 'string' ? 'application/yaml' : 'application/json',
          )
          .set(headers)
          .send(body),
      ),
    post: (
      path: string,
      body: string | object,
      headers: Record<string, string> = {},
    ) =>
      call(
        agent
          .post(url(path))
          .set(
            'Content-Type',
            typeof body === 'string' ? 'application/yaml' : 'application/json',
          )
          .set(headers)
          .send(body),
      ),
  };
}

export const nobody = { Authorization: mockCredentials.none.header() };
export const as = (userEntityRef: string) => ({
  Authorization: mockCredentials.user.header(userEntityRef),
});
export const asService = () => ({
  Authorization: mockCredentials.service.header(),
});
