import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { parse } from 'yaml';
import { expect, test } from './lib/portal';

const NAME = `orders-${Date.now().toString(36)}`;
const FOLDER = path.resolve(__dirname, '../.local/e2e-services', NAME);

test.afterAll(() => rm(FOLDER, { recursive: true, force: true }));

/** A service that has nothing but an entity, and runs in the demonstration. */
async function createService(api: APIRequestContext): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(
    path.join(FOLDER, 'catalog-info.yaml'),
    `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${NAME}
  annotations:
    backstage.io/kubernetes-id: order-processing
spec:
  type: service
  lifecycle: production
  owner: platform-team
`,
  );
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com', ...args],
      { cwd: FOLDER },
    );
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=As it was');
  await expect
    .poll(
      async () =>
        (
          await api.get(
            `/api/catalog/entities/by-name/component/default/${NAME}`,
          )
        ).status(),
      { timeout: 45_000 },
    )
    .toBe(200);
}

test('a handover is drafted from what runs in Kubernetes', async ({ api }) => {
  await createService(api);
  const entityRef = `component:default/${NAME}`;
  const started = await api.post('/api/scaffolder/v2/tasks', {
    data: {
      templateRef: 'template:default/handover-for-a-service',
      values: { entityRef },
    },
  });
  const { id } = await started.json();
  await expect
    .poll(
      async () =>
        (
          await (await api.get(`/api/scaffolder/v2/tasks/${id}`)).json()
        ).status,
      { timeout: 45_000 },
    )
    .toBe('completed');

  const text = await readFile(path.join(FOLDER, 'handover.yaml'), 'utf8');
  const { environments, deployment, notes } = parse(text);
  expect(environments.items).toEqual(
    ['staging', 'production'].map(name => ({
      name,
      cluster: name,
      namespace: 'order-processing',
    })),
  );
  expect(deployment.strategy).toBe(
    'RollingUpdate, maxSurge 1, maxUnavailable 0',
  );
  expect(deployment.postChecks).toContainEqual(
    expect.stringContaining('GET /readyz'),
  );
  expect(notes.items).toContainEqual({
    kind: 'sharpEdge',
    text: expect.stringContaining('between 3 and 10 replicas'),
  });
  expect(text).toContain(
    '# from Deployment/order-processing in the namespace order-processing of the cluster staging',
  );
  // Values of variables may be secret.
  expect(text).not.toContain('LOG_LEVEL');
});
