/** @jest-environment node */
import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { workloadType } from './workloads';

const FOLDER = join(__dirname, '../../../../examples/enforcement/kubernetes');

const manifests = (file: string) =>
  parseAllDocuments(readFileSync(join(FOLDER, file), 'utf8')).map(document => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });

it('has a webhook that asks about every kind of workload, and never about deletions', () => {
  const [{ webhooks }] = manifests('webhook.yaml');
  const [webhook] = webhooks;
  expect(webhook).toMatchObject({
    admissionReviewVersions: ['v1'],
    matchPolicy: 'Equivalent',
    sideEffects: 'NoneOnDryRun',
    timeoutSeconds: 10,
  });
  const asked = webhook.rules.flatMap(
    ({ apiGroups, resources, operations }: Record<string, string[]>) => {
      expect(operations).toEqual(['CREATE', 'UPDATE']);
      return resources.map(resource => `${apiGroups}/${resource}`);
    },
  );
  expect(asked).toEqual([
    'apps/deployments',
    'apps/deployments/scale',
    'apps/statefulsets',
    'apps/statefulsets/scale',
    'apps/daemonsets',
    'batch/jobs',
    'batch/cronjobs',
    'argoproj.io/rollouts',
    'argoproj.io/rollouts/scale',
  ]);
  for (const name of asked) {
    const [group, resource] = name.split('/');
    expect(workloadType({ group, resource })).toBeDefined();
  }
  expect(webhook.namespaceSelector.matchExpressions).toEqual([
    expect.objectContaining({
      operator: 'NotIn',
      values: expect.arrayContaining(['kube-system', 'handover-gate']),
    }),
    { key: 'handover.dev/gate', operator: 'NotIn', values: ['ignored'] },
  ]);
});

it('has a proxy that serves what the webhook calls, with the token from a Secret', () => {
  const [{ resources }] = manifests('kustomization.yaml');
  const all = resources.flatMap(manifests);
  const find = (kind: string) => all.find((each: any) => each.kind === kind);
  const { service } = find('ValidatingWebhookConfiguration').webhooks[0]
    .clientConfig;
  expect(find('Service')).toMatchObject({
    metadata: { name: service.name, namespace: service.namespace },
    spec: { ports: [expect.objectContaining({ port: service.port })] },
  });
  expect(find('Certificate').spec.dnsNames).toContain(
    `${service.name}.${service.namespace}.svc`,
  );
  const config = find('ConfigMap').data['default.conf.template'];
  expect(config).toContain(`location = ${service.path} {`);
  expect(config).toContain('/api/handover/gate/admission/${CLUSTER};');
  const { env } = find('Deployment').spec.template.spec.containers[0];
  expect(env).toContainEqual({
    name: 'GATE_TOKEN',
    valueFrom: {
      secretKeyRef: { name: 'handover-gate-token', key: 'token' },
    },
  });
});
