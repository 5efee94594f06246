import { JenkinsProvider } from '@backstage-handover/plugin-handover-backend-module-jenkins';
import {
  type PipelineProvider,
  pipelineProvidersExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { builtServices } from './jenkins/builtServices';

/**
 * Adds the simulated Jenkins to those of the configuration.
 *
 * @public
 */
export const handoverModuleDemoJenkins = createBackendModule({
  pluginId: 'handover',
  moduleId: 'demo-jenkins',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        pipelines: pipelineProvidersExtensionPoint,
      },
      async init({ config, discovery, pipelines }) {
        if (!config.getOptionalBoolean('demo.enabled')) {
          return;
        }
        const baseUrl = await discovery.getBaseUrl('demo');
        const jenkins = JenkinsProvider.fromConfig(
          new ConfigReader({ jenkins: { baseUrl: `${baseUrl}/jenkins` } }),
        );
        const jobs = new Set(
          builtServices().map(({ team, name }) => `${team}/${name}`),
        );
        const provider: PipelineProvider = {
          id: 'demo-jenkins',
          title: jenkins.title,
          demonstration: true,
          // Not to services that people make: it does not build them.
          appliesTo: ({ metadata }) =>
            jobs.has(metadata.annotations?.['jenkins.io/job-full-name'] ?? ''),
          fetch: options => jenkins.fetch(options),
        };
        pipelines.addProvider(provider);
      },
    });
  },
});
