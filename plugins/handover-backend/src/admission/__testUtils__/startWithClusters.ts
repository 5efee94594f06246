import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { AdmissionReviewResponse } from '@backstage-handover/plugin-handover-common/admission';
import { gateExtensionPoint } from '@backstage-handover/plugin-handover-node';
import type { Knex } from 'knex';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  asService,
  component,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import { cdEvent, structured } from '../../delivery/__testUtils__/events';

export const TOKENS: Record<string, string> = {
  'eu-1': 'token-of-eu-1-'.padEnd(40, 'a'),
  'eu-2': 'token-of-eu-2-'.padEnd(40, 'b'),
};

const FIXTURES = path.resolve(
  __dirname,
  '../../../../handover-common/src/admission/__fixtures__',
);

/** The last day of the freeze, a month from now. */
export const FREEZE_END = new Date(Date.now() + 30 * 86_400_000)
  .toISOString()
  .slice(0, 10);

type Review = { request: Record<string, unknown> };

/** An AdmissionReview as an API server sends it, with some fields replaced. */
export function admissionReview(
  name: string,
  more: Record<string, unknown> = {},
): Review {
  const review: Review = JSON.parse(
    readFileSync(path.join(FIXTURES, `${name}.json`), 'utf8'),
  );
  return { ...review, request: { ...review.request, ...more } };
}

const handover = (cluster: string, environments: Record<string, string>) => `
apiVersion: handover.dev/v1
kind: Handover
environments:
  items:
${Object.entries(environments)
  .map(
    ([namespace, name]) =>
      `    - { name: ${name}, cluster: ${cluster}, namespace: ${namespace} }`,
  )
  .join('\n')}
windows:
  items:
    - id: freeze
      title: Year-end freeze
      effect: deny
      environments: [production, warned, audited]
      schedule: { start: 2020-01-01, end: ${FREEZE_END}, timeZone: UTC }
`;

const ENTITIES = [
  component('orders', {
    annotations: { 'backstage.io/kubernetes-id': 'orders' },
  }),
  component('payments', {
    annotations: {
      'backstage.io/kubernetes-label-selector': 'app=payments',
    },
  }),
  component('twin-1', {
    annotations: { 'backstage.io/kubernetes-id': 'twin' },
  }),
  component('twin-2', {
    annotations: { 'backstage.io/kubernetes-id': 'twin' },
  }),
];

/** Never answers for the environment `slow`. */
const slowCondition = createBackendModule({
  pluginId: 'handover',
  moduleId: 'slow',
  register(env) {
    env.registerInit({
      deps: { gate: gateExtensionPoint },
      async init({ gate }) {
        gate.addCondition({
          id: 'slow',
          title: 'Slow',
          appliesTo: environment => environment === 'slow',
          evaluate: () => new Promise(() => {}),
        });
      },
    });
  },
});

/** A backend that two clusters ask, with services of which one is deployed. */
export async function startWithClusters({ knex }: { knex: Knex }) {
  const auditor = mockServices.auditor.mock();
  const audited: unknown[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => ({
    success: async () => void audited.push([eventId, 'success', meta]),
    fail: async () => void audited.push([eventId, 'fail', meta]),
  }));
  const backend = await startHandoverBackend({
    entities: ENTITIES,
    database: { knex },
    auditor,
    config: {
      app: { baseUrl: 'https://portal.example.com' },
      handover: {
        delivery: { pull: { enabled: false } },
        gate: { timeout: { seconds: 1 } },
        environments: [
          { name: 'production' },
          { name: 'lenient', unknown: 'pass' },
        ],
        admission: {
          clusters: [
            {
              name: 'eu-1',
              token: TOKENS['eu-1'],
              mode: 'enforce',
              unmatched: 'allow',
              namespaces: [
                { match: 'warn-*', mode: 'warn' },
                { match: 'audit', mode: 'audit', unmatched: 'deny' },
                { match: 'strict', unmatched: 'deny' },
              ],
            },
            { name: 'eu-2', token: TOKENS['eu-2'] },
          ],
        },
      },
    } as never,
    extra: [slowCondition],
  });
  const documents = {
    orders: handover('eu-1', {
      shop: 'production',
      'warn-shop': 'warned',
      audit: 'audited',
      slow: 'slow',
      staging: 'staging',
    }),
    payments: handover('eu-1', { shop: 'production' }),
  };
  for (const [name, yaml] of Object.entries(documents)) {
    await backend.put(`/documents/component/default/${name}`, yaml, {
      'If-None-Match': '*',
    });
  }
  const deployed = ['1.4.0', '1.5.0'].map((version, index) =>
    cdEvent('service.deployed', {
      at: `2026-11-0${index + 1}T10:00:00Z`,
      content: {
        environment: { id: 'production' },
        artifactId: `pkg:oci/orders@${version}`,
      },
    }),
  );
  await backend.post(
    '/delivery/events',
    JSON.stringify(deployed.map(structured)),
    { 'Content-Type': 'application/cloudevents-batch+json', ...asService() },
  );

  const send = (
    body: string | object,
    options: { cluster?: string; token?: string; query?: string } = {},
  ) => {
    const { cluster = 'eu-1', query = '' } = options;
    const { token = TOKENS[cluster] } = options;
    return backend.post(`/gate/admission/${cluster}${query}`, body, {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
    });
  };
  return {
    ...backend,
    audited,
    send,
    /** What the API server reads. */
    review: async (
      name: string,
      more: Record<string, unknown> = {},
      options: Parameters<typeof send>[1] = {},
    ): Promise<AdmissionReviewResponse['response']> => {
      const { status, body } = await send(admissionReview(name, more), options);
      expect(status).toBe(200);
      expect(body.response.uid).toBe(admissionReview(name).request.uid);
      return body.response;
    },
  };
}
