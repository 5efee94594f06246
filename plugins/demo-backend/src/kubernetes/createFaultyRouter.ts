import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { setTimeout as sleep } from 'node:timers/promises';
import { KubernetesError } from './KubernetesError';

/** How long a slow cluster takes. */
const SLOW_MS = 5_000;

/**
 * Clusters that do not answer as they should, for seeing what becomes of it:
 * `unauthorized`, `forbidden`, `silent`, and `slow`, which answers in the end
 * what `healthy` does at once.
 */
export function createFaultyRouter(healthy: Router): Router {
  const router = PromiseRouter();
  router.use('/unauthorized', (_req, res) => {
    const error = new KubernetesError(401, 'Unauthorized');
    res.status(error.status).json(error.toBody());
  });
  router.use('/forbidden', (_req, res) => {
    const error = new KubernetesError(
      403,
      'is forbidden: User "system:serviceaccount:backstage:portal" cannot list resources',
    );
    res.status(error.status).json(error.toBody());
  });
  // The connection stays open, and nothing comes.
  router.use('/silent', () => new Promise<void>(() => {}));
  router.use('/slow', async () => {
    await sleep(SLOW_MS);
    return 'next';
  });
  router.use('/slow', healthy);
  return router;
}
