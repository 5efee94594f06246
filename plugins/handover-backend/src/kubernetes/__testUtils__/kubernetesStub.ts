import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import type { BackstageServicePrincipal } from '@backstage/backend-plugin-api';
import { Router, type Response } from 'express';
import { readFileSync } from 'node:fs';
import path from 'node:path';

type Objects = Record<string, any>[];

const DAY_MS = 24 * 60 * 60 * 1000;
/** When the response was recorded. */
const RECORDED_AT = Date.parse('2026-11-27T21:29:23Z');

/** What the Kubernetes plugin responded, as if it had been recorded a day ago. */
export function recorded(): {
  items: {
    cluster: { name: string };
    resources: { type: string; resources: Objects }[];
    errors: object[];
  }[];
} {
  const file = path.join(__dirname, '..', '__fixtures__');
  const shiftMs = Date.now() - DAY_MS - RECORDED_AT;
  return JSON.parse(
    readFileSync(path.join(file, 'order-processing.json'), 'utf8'),
    (_, value) =>
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:]+Z$/.test(value)
        ? new Date(Date.parse(value) + shiftMs).toISOString()
        : value,
  );
}

/** A Kubernetes plugin whose responses a test sets. */
export function createKubernetesStub() {
  const stub = {
    /** A value to respond with, or what to do to the response. */
    clusters: {
      items: [
        { name: 'staging', authProvider: 'serviceAccount' },
        { name: 'production', authProvider: 'serviceAccount' },
      ],
    } as unknown,
    answer: recorded() as unknown,
    /** Who asked for what. */
    asked: [] as { subject: string; entityRef: string }[],
    mostOpen: 0,
  };
  let open = 0;
  const respond = (response: Response, answer: unknown) => {
    if (typeof answer === 'function') {
      answer(response);
    } else {
      response.json(answer);
    }
  };
  const plugin = createBackendPlugin({
    pluginId: 'kubernetes',
    register: env =>
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = Router();
          router.get('/clusters', (_, response) =>
            respond(response, stub.clusters),
          );
          router.post(
            '/resources/workloads/query',
            async (request, response) => {
              open += 1;
              stub.mostOpen = Math.max(stub.mostOpen, open);
              response.on('close', () => {
                open -= 1;
              });
              let body = '';
              for await (const chunk of request) {
                body += chunk;
              }
              const { principal } = await httpAuth.credentials(request, {
                allow: ['service'],
              });
              stub.asked.push({
                subject: (principal as BackstageServicePrincipal).subject,
                entityRef: JSON.parse(body).entityRef,
              });
              respond(response, stub.answer);
            },
          );
          httpRouter.use(router);
        },
      }),
  });
  return Object.assign(stub, { plugin });
}
