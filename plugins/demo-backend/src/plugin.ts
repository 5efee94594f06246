import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import PromiseRouter from 'express-promise-router';
import { createFaultyRouter } from './kubernetes/createFaultyRouter';
import { createKubernetesRouter } from './kubernetes/createKubernetesRouter';
import { Clock } from './world/types';
import { type Cluster, CLUSTERS, worldOf } from './world/worldOf';

/**
 * Demonstration data for the example portal: clusters that are none, at
 * `/api/demo/kubernetes/<cluster>`.
 */
export const demoPlugin = createBackendPlugin({
  pluginId: 'demo',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
      },
      async init({ config, httpRouter, logger }) {
        if (!config.getOptionalBoolean('demo.enabled')) {
          logger.info('Demonstration data is off');
          return;
        }
        const began = new Date();
        const manyPods = config.getOptionalNumber('demo.manyPods');
        const routerOf = (cluster: Cluster) =>
          createKubernetesRouter(() => {
            const now = new Date();
            const clock = new Clock(began, now);
            return { now, objects: worldOf(cluster, clock, { manyPods }) };
          });
        for (const cluster of CLUSTERS) {
          httpRouter.use(
            PromiseRouter().use(`/kubernetes/${cluster}`, routerOf(cluster)),
          );
        }
        httpRouter.use(
          PromiseRouter().use(
            '/kubernetes',
            createFaultyRouter(routerOf('production')),
          ),
        );
        // kubectl sends no token over plain HTTP, and there is nothing to protect.
        httpRouter.addAuthPolicy({
          path: '/kubernetes',
          allow: 'unauthenticated',
        });
      },
    });
  },
});
