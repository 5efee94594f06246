import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import type {
  Evidence,
  Proposal,
} from '@backstage-handover/plugin-handover-common/proposals';
import { environmentOfPath } from '../environmentNames';
import { at, technology, textField } from '../types';
import type { SourceFile } from '../types';
import { readYamlFile } from '../yamlFile';
import type { Value } from '../yamlFile';

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Groups of the kinds that are read; other resources may have the same kind. */
const API_VERSION = /^(v1|apps\/v1|batch\/v1|autoscaling\/v\w+)$/;

const kindHandlers: Record<
  string,
  ((manifest: Value, path: string) => Proposal[]) | undefined
> = {
  ...Object.fromEntries(WORKLOADS.map(kind => [kind, fromWorkload])),
  HorizontalPodAutoscaler: fromAutoscaler,
  CronJob: fromCronJob,
  Namespace: () => [],
};

/**
 * A Kubernetes manifest: how workloads are rolled out, what must answer after a
 * rollout, what scales or runs by itself, and the namespace of the environment
 * that the file's folder is named after.
 */
export function fromKubernetes(file: SourceFile): Proposal[] {
  return readYamlFile(file).flatMap(manifest => {
    const kind = manifest.get('kind');
    const isRead = API_VERSION.test(manifest.get('apiVersion')?.text ?? '');
    return kind?.text && isRead
      ? [
          ...(kindHandlers[kind.text]?.(manifest, file.path) ?? []),
          ...(kind.text in kindHandlers
            ? [
                technology('Kubernetes', at(file.path, kind.line)),
                ...environment(manifest, kind.text, file.path),
              ]
            : []),
        ]
      : [];
  });
}

/** `kustomization.yaml`: the namespace of the environment its folder is named after. */
export function fromKustomization(file: SourceFile): Proposal[] {
  const [root] = readYamlFile(file);
  const namespace = root?.get('namespace');
  const name = environmentOfPath(file.path);
  const isKustomization = ['resources', 'bases', 'namespace', 'patches'].some(
    key => root?.get(key),
  );
  return root && isKustomization
    ? [
        technology('Kustomize', at(file.path, root.line)),
        ...(name
          ? [
              {
                kind: 'environment' as const,
                name,
                values: namespace?.text ? { namespace: namespace.text } : {},
                evidence: at(file.path, namespace?.line ?? root.line),
              },
            ]
          : []),
      ]
    : [];
}

function environment(manifest: Value, kind: string, path: string): Proposal[] {
  const name = environmentOfPath(path);
  const namespace =
    kind === 'Namespace'
      ? manifest.get('metadata', 'name')
      : manifest.get('metadata', 'namespace');
  return name
    ? [
        {
          kind: 'environment',
          name,
          values: namespace?.text ? { namespace: namespace.text } : {},
          evidence: at(path, namespace?.line ?? manifest.line),
        },
      ]
    : [];
}

function fromWorkload(manifest: Value, path: string): Proposal[] {
  const strategy =
    manifest.get('spec', 'strategy') ?? manifest.get('spec', 'updateStrategy');
  const type = strategy?.get('type');
  const containers =
    manifest.get('spec', 'template', 'spec', 'containers')?.items() ?? [];
  return [
    ...(strategy && type?.text
      ? [
          textField(
            'deployment.strategy',
            [
              type.text,
              ...(strategy.get('rollingUpdate')?.entries() ?? []).map(
                ({ key, value }) => `${key} ${value.text}`,
              ),
            ].join(', '),
            at(path, type.line),
          ),
        ]
      : []),
    ...containers.flatMap(container => fromReadinessProbe(container, path)),
  ];
}

function fromReadinessProbe(container: Value, path: string): Proposal[] {
  const probe = container.get('readinessProbe');
  const [check] =
    probe?.entries().flatMap(({ key, line, value }) => {
      const what = describeProbe(key, value);
      return what ? [{ what, line }] : [];
    }) ?? [];
  return check
    ? [
        {
          kind: 'item',
          field: 'deployment.postChecks',
          value: `${check.what} (readiness probe of the container ${codeSpan(
            container.get('name')?.text ?? '',
          )}).`,
          evidence: at(path, check.line),
        },
      ]
    : [];
}

function describeProbe(kind: string, probe: Value): string | undefined {
  const port = codeSpan(probe.get('port')?.text ?? '');
  switch (kind) {
    case 'httpGet':
      return `${codeSpan(
        `GET ${probe.get('path')?.text ?? '/'}`,
      )} on port ${port} answers`;
    case 'tcpSocket':
      return `Port ${port} accepts connections`;
    case 'grpc':
      return `The gRPC health check on port ${port} answers`;
    case 'exec':
      return `${codeSpan(
        (probe.get('command')?.items() ?? []).map(each => each.text).join(' '),
      )} succeeds`;
    default:
      return undefined;
  }
}

function fromAutoscaler(manifest: Value, path: string): Proposal[] {
  const max = manifest.get('spec', 'maxReplicas');
  const min = manifest.get('spec', 'minReplicas')?.text ?? '1';
  const kind = manifest.get('spec', 'scaleTargetRef', 'kind')?.text;
  const name = manifest.get('spec', 'scaleTargetRef', 'name')?.text;
  return max?.text && kind && name
    ? [
        note(
          `An autoscaler keeps the ${kind} ${codeSpan(
            name,
          )} between ${min} and ${
            max.text
          } replicas. A number that is set manually does not last.`,
          at(path, max.line),
        ),
      ]
    : [];
}

function fromCronJob(manifest: Value, path: string): Proposal[] {
  const name = manifest.get('metadata', 'name')?.text;
  const schedule = manifest.get('spec', 'schedule');
  const timeZone = manifest.get('spec', 'timeZone')?.text;
  const suspended = manifest.get('spec', 'suspend')?.text === 'true';
  return name && schedule?.text && !suspended
    ? [
        note(
          `The CronJob ${codeSpan(name)} runs automatically, at ${codeSpan(
            schedule.text,
          )}${timeZone ? ` in ${timeZone}` : ''}.`,
          at(path, schedule.line),
        ),
      ]
    : [];
}

function note(text: string, evidence: Evidence): Proposal {
  return {
    kind: 'item',
    field: 'notes.items',
    value: { kind: 'sharpEdge', text },
    evidence,
  };
}
