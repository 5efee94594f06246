import { digestOf, uidOf } from '../ids';
import type { DemoObject } from '../types';

/** What all objects of one service in one namespace have in common. */
export type Place = {
  cluster: string;
  namespace: string;
  /** The value of the label `backstage.io/kubernetes-id`. */
  component: string;
};

export type Template = {
  container: string;
  repository: string;
  port: number;
  env?: object[];
  /** Whether the image is named by its digest, too. */
  isPinned?: boolean;
  /** Of the container, as Kubernetes writes it. */
  memory?: string;
};

export function labelsOf({ component }: Place, name: string) {
  return {
    'app.kubernetes.io/name': name,
    'backstage.io/kubernetes-id': component,
  };
}

export function objectOf(
  place: Place,
  apiVersion: string,
  kind: string,
  name: string,
  createdAt: string,
  {
    owner,
    labels,
    annotations,
    ...content
  }: {
    owner?: DemoObject;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    generation?: number;
  } & Record<string, unknown>,
): DemoObject {
  const { generation, ...rest } = content;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace: place.namespace,
      uid: uidOf(place.cluster, place.namespace, kind, name),
      creationTimestamp: createdAt,
      ...(generation === undefined ? {} : { generation }),
      ...(labels ? { labels } : {}),
      ...(annotations ? { annotations } : {}),
      ...(owner
        ? {
            ownerReferences: [
              {
                apiVersion: owner.apiVersion,
                kind: owner.kind,
                name: owner.metadata.name,
                uid: owner.metadata.uid,
                controller: true,
                blockOwnerDeletion: true,
              },
            ],
          }
        : {}),
    },
    ...rest,
  };
}

/** The template of pods at a version. */
export function templateOf(
  place: Place,
  name: string,
  template: Template,
  tag: string,
) {
  const image = `${template.repository}:${tag}`;
  const probe = (path: string) => ({
    httpGet: { path, port: template.port, scheme: 'HTTP' },
    periodSeconds: 10,
    timeoutSeconds: 2,
    failureThreshold: 3,
  });
  return {
    metadata: { labels: labelsOf(place, name) },
    spec: {
      containers: [
        {
          name: template.container,
          image: template.isPinned ? `${image}@${digestOf(image)}` : image,
          ports: [
            { name: 'http', containerPort: template.port, protocol: 'TCP' },
          ],
          ...(template.env ? { env: template.env } : {}),
          resources: {
            requests: { cpu: '100m', memory: template.memory ?? '256Mi' },
            limits: { memory: template.memory ?? '256Mi' },
          },
          readinessProbe: probe('/readyz'),
          livenessProbe: probe('/healthz'),
          imagePullPolicy: 'IfNotPresent',
        },
      ],
      restartPolicy: 'Always',
      serviceAccountName: name,
    },
  };
}
