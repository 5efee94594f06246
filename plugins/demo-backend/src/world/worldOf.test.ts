import { deploymentOfRelease } from '@backstage-handover/plugin-handover-common/delivery';
import {
  releaseStartOf,
  summarizeWorkloads,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createMockDirectory } from '@backstage/backend-test-utils';
import path from 'node:path';
import { Clock } from './types';
import { releasedServices } from '../events/releases';
import { DEMO_SERVICES } from './services/names';
import { CLUSTERS, worldOf } from './worldOf';

const began = new Date('2026-11-21T10:00:00Z');
const at = (minutes: number) =>
  new Clock(began, new Date(began.getTime() + minutes * 60_000));
const folder = createMockDirectory();

it('is made of objects that Kubernetes would take, at any moment', async () => {
  const checker = folder.resolve('check.cjs');
  await build({
    entryPoints: [
      path.join(__dirname, '..', '__testUtils__', 'checkObjects.mjs'),
    ],
    outfile: checker,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const check = (objects: object[]) =>
    execFileSync(process.execPath, [checker], {
      input: JSON.stringify(objects),
      encoding: 'utf8',
    });
  const objects = CLUSTERS.flatMap(cluster =>
    [0, 1, 5, 9, 130].flatMap(minutes =>
      worldOf(cluster, at(minutes), { manyPods: 20 }),
    ),
  );
  expect(check(objects)).toBe(`${objects.length} valid\n`);
  expect(check([{ ...objects[0], status: { phase: 7 } }])).toMatch(
    /^Namespace\/.*phase/,
  );
});

it('has no two objects with the same name, and owners for all that are owned', () => {
  for (const cluster of CLUSTERS) {
    const objects = worldOf(cluster, at(3), { manyPods: 200 });
    const uids = objects.map(({ metadata }) => metadata.uid);
    expect(new Set(uids).size).toBe(objects.length);
    for (const { metadata } of objects) {
      for (const owner of metadata.ownerReferences ?? []) {
        expect(uids).toContain(owner.uid);
      }
    }
  }
});

it('is the same at the same moment, and goes on', () => {
  expect(worldOf('production', at(3))).toEqual(worldOf('production', at(3)));
  const restarts = (minutes: number) =>
    JSON.stringify(worldOf('production', at(minutes))).match(
      /"restartCount":(1[0-9]|[2-9][0-9])/,
    )?.[1];
  expect(restarts(0)).toBe('13');
  expect(restarts(26)).toBe('18');
  const updated = (minutes: number) =>
    worldOf('staging', at(minutes)).find(
      ({ kind, metadata }) =>
        kind === 'Deployment' && metadata.name === 'storefront-web',
    )?.status;
  expect(updated(1)).toMatchObject({ updatedReplicas: 1, replicas: 5 });
  expect(updated(5)).toMatchObject({ updatedReplicas: 3, replicas: 5 });
  expect(updated(9)).toMatchObject({ updatedReplicas: 4, replicas: 4 });
});

it('is made of the services that the other simulated systems know', () => {
  const components = CLUSTERS.flatMap(cluster =>
    worldOf(cluster, at(0)).flatMap(
      ({ metadata }) => metadata.labels?.['backstage.io/kubernetes-id'] ?? [],
    ),
  );
  expect(new Set(components)).toEqual(DEMO_SERVICES);
});

it('has a release that does not start, which its pipeline reported as deployed', () => {
  const clock = at(0);
  const objects = worldOf('production', clock);
  const ofKind = (kind: string) =>
    objects.filter(each => each.kind === kind) as never[];
  const workload = summarizeWorkloads(
    {
      deployments: ofKind('Deployment'),
      replicaSets: ofKind('ReplicaSet'),
      pods: ofKind('Pod'),
    },
    clock,
  ).find(({ name }) => name === 'order-processing')!;
  const start = releaseStartOf(workload, clock);
  expect(start.state).toBe('failing');
  const { releases } = releasedServices().find(
    ({ name }) => name === 'order-processing',
  )!;
  const deployments = releases.flatMap(({ version, deployedAgo }) =>
    deployedAgo
      .filter(({ environment }) => environment === 'production')
      .map(({ hours }) => ({
        id: version,
        provider: 'cdevents',
        environment: 'production',
        at: clock.ago(hours * 60),
        outcome: 'succeeded' as const,
        artifact: { name: 'order-processing', version },
      })),
  );
  const { images } = workload;
  const since = 'since' in start ? start.since : '';
  expect(deploymentOfRelease({ deployments, images, since })?.id).toBe(
    '2.33.0',
  );
});
