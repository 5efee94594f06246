import {
  type PipelineProvider,
  pipelineProvidersExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import { fetchFrom } from '@backstage-handover/plugin-handover-node/testUtils';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import demoPlugin, { handoverModuleDemoJenkins } from '..';
import { releasedServices } from '../events/releases';
import { projectOf } from './jobs';

const component = (job: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'any', annotations: { 'jenkins.io/job-full-name': job } },
});

async function start(isEnabled: boolean) {
  const providers: PipelineProvider[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        pipelineProvidersExtensionPoint,
        { addProvider: each => providers.push(each) },
      ],
    ],
    features: [
      demoPlugin,
      handoverModuleDemoJenkins,
      mockServices.rootConfig.factory({
        data: { demo: { enabled: isEnabled } },
      }),
    ],
  });
  return { backend, providers };
}

it('is read by the module for Jenkins, and marked as made up', async () => {
  const { backend, providers } = await start(true);
  try {
    const [provider] = providers;
    expect(provider).toMatchObject({ title: 'Jenkins', demonstration: true });
    for (const job of [
      'orders/order-processing',
      'payments/payments-gateway',
      'fulfilment/fulfilment-dispatch',
      'storefront/storefront-web',
      'orders',
    ]) {
      const entity = component(job);
      expect(provider.appliesTo(entity)).toBe(job !== 'orders');
      const { runs, deployments } = await fetchFrom(provider, { entity });
      expect(runs.length).toBeGreaterThan(4);
      expect(new Set(runs.map(({ branch }) => branch))).toEqual(
        new Set(['main', 'feature/smaller-images']),
      );
      // Another pipeline tells of them.
      expect(deployments).toEqual([]);
    }
    const { runs } = await fetchFrom(provider, {
      entity: component('orders/order-processing'),
    });
    expect(runs[0]).toMatchObject({
      status: 'running',
      pipeline: 'orders/order-processing',
      stages: [{ name: 'Checkout', status: 'succeeded' }, { name: 'Build' }],
    });
    expect(runs.some(({ status }) => status === 'failed')).toBe(true);
    const unknown = component('orders/gone');
    expect(provider.appliesTo(unknown)).toBe(false);
    await expect(fetchFrom(provider, { entity: unknown })).rejects.toThrow(
      '404',
    );
  } finally {
    await backend.stop();
  }
});

it('is off with the rest of the demonstration', async () => {
  const { backend, providers } = await start(false);
  expect(providers).toEqual([]);
  await backend.stop();
});

it('goes on: what runs ends, and something else begins', () => {
  const [service] = releasedServices();
  const began = new Date('2026-11-21T10:00:00Z');
  const at = (minutes: number) => {
    const now = new Date(began.getTime() + minutes * 60_000);
    const [, feature] = projectOf(service, { began, now }).branches;
    return feature.builds.map(({ build, stages }) => [
      build.number,
      build.result,
      stages.length,
    ]);
  };
  expect(at(0)[0]).toEqual([40, null, 2]);
  expect(at(12)[0]).toEqual([40, null, 5]);
  expect(at(14)[0]).toEqual([40, 'SUCCESS', 6]);
  expect(at(20).map(([number]) => number)).toEqual([41, 40, 39]);
});
