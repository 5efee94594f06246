import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import PromiseRouter from 'express-promise-router';
import path from 'node:path';
import { createAlertmanagerRouter } from './alertmanager/createAlertmanagerRouter';
import { releasedServices } from './events/releases';
import { sendEvents } from './events/sendEvents';
import { toEvents } from './events/toEvents';
import { builtServices } from './jenkins/builtServices';
import { createJenkinsRouter } from './jenkins/createJenkinsRouter';
import { projectOf } from './jenkins/jobs';
import { createFaultyRouter } from './kubernetes/createFaultyRouter';
import { createKubernetesRouter } from './kubernetes/createKubernetesRouter';
import { createPagerDutyRouter } from './pagerduty/createPagerDutyRouter';
import { createPrometheusRouter } from './prometheus/createPrometheusRouter';
import { createScorecardRouter } from './scorecards/createScorecardRouter';
import { Clock } from './world/types';
import { type Cluster, CLUSTERS, worldOf } from './world/worldOf';

/**
 * Demonstration data for the example portal: simulated clusters at
 * `/api/demo/kubernetes/<cluster>`, a simulated Jenkins, Alertmanager, Prometheus and
 * PagerDuty at `/api/demo/<name>`, and the events of a pipeline.
 *
 * @public
 */
export const demoPlugin = createBackendPlugin({
  pluginId: 'demo',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, httpRouter, logger, scheduler }) {
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
        httpRouter.use(
          PromiseRouter().use(
            '/jenkins',
            createJenkinsRouter(() =>
              builtServices().map(service =>
                projectOf(service, { began, now: new Date() }),
              ),
            ),
          ),
        );
        httpRouter.use(
          PromiseRouter().use(
            '/alertmanager',
            createAlertmanagerRouter(() => new Clock(began, new Date())),
          ),
        );
        httpRouter.use(
          PromiseRouter().use(
            '/pagerduty',
            createPagerDutyRouter(() => new Date()),
          ),
        );
        httpRouter.use(
          PromiseRouter().use(
            '/prometheus',
            createPrometheusRouter(() => new Clock(began, new Date())),
          ),
        );
        const scorecards = config.getOptionalString('demo.scorecards');
        if (scorecards !== undefined) {
          httpRouter.use(
            PromiseRouter().use(
              '/scorecards',
              createScorecardRouter(path.resolve(scorecards)),
            ),
          );
        }
        // Until they have been taken: the handover backend may start later, and
        // the catalog may not know the service yet.
        let isTold = false;
        await scheduler.scheduleTask({
          id: 'demo-events',
          scope: 'local',
          initialDelay: { seconds: 10 },
          frequency: { seconds: 20 },
          timeout: { minutes: 1 },
          fn: async () => {
            if (!isTold) {
              const events = releasedServices().flatMap(service =>
                toEvents(service, began),
              );
              await sendEvents(events, { auth, discovery });
              isTold = true;
            }
          },
        });
        // kubectl sends no token over plain HTTP, and there is nothing to protect.
        for (const each of [
          '/alertmanager',
          '/jenkins',
          '/kubernetes',
          '/pagerduty',
          '/prometheus',
          '/scorecards',
        ]) {
          httpRouter.addAuthPolicy({ path: each, allow: 'unauthenticated' });
        }
      },
    });
  },
});
