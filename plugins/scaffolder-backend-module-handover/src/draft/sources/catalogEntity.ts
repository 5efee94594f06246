import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import type {
  Evidence,
  Proposal,
} from '@backstage-handover/plugin-handover-common/proposals';
import {
  ANNOTATION_SOURCE_LOCATION,
  DEFAULT_NAMESPACE,
  parseEntityRef,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { isArchitecture } from '../isArchitecture';
import { textField } from '../types';

const JENKINS_JOB = 'jenkins.io/job-full-name';

/** Annotations of Backstage's Kubernetes plugin. */
const IN_KUBERNETES = [
  'backstage.io/kubernetes-id',
  'backstage.io/kubernetes-label-selector',
];

/** What is drafted from an entity: less than the whole, as it is kept with the task. */
export type DraftedEntity = {
  ref: string;
  namespace: string;
  description?: string;
  jenkinsJob?: string;
  sourceLocation?: string;
  /** Does it say how to find it in Kubernetes? */
  isInKubernetes: boolean;
  links: { url: string; title?: string; type?: string }[];
  dependsOn: string[];
  consumesApis: string[];
};

/** Takes from an entity what can be drafted from it. */
export function toDraftedEntity(entity: Entity): DraftedEntity {
  const { description, annotations, links } = entity.metadata;
  return {
    ref: stringifyEntityRef(entity),
    namespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
    ...(description && { description }),
    ...(annotations?.[JENKINS_JOB] && { jenkinsJob: annotations[JENKINS_JOB] }),
    ...(annotations?.[ANNOTATION_SOURCE_LOCATION] && {
      sourceLocation: annotations[ANNOTATION_SOURCE_LOCATION],
    }),
    isInKubernetes: IN_KUBERNETES.some(key => annotations?.[key]),
    links: (links ?? []).map(({ url, title, type }) => ({
      url,
      ...(title && { title }),
      ...(type && { type }),
    })),
    dependsOn: texts(entity.spec?.dependsOn),
    consumesApis: texts(entity.spec?.consumesApis),
  };
}

/** The catalog entity: what it says of itself, and what it depends on. */
export function fromCatalogEntity(entity: DraftedEntity): Proposal[] {
  const from = (field: string): Evidence => ({
    source: entity.ref,
    place: { field },
    confidence: 1,
  });
  return [
    textField('metadata.entityRef', entity.ref, from('metadata.name')),
    ...(entity.description
      ? [
          textField(
            'overview.purpose',
            entity.description,
            from('metadata.description'),
          ),
        ]
      : []),
    ...(entity.jenkinsJob
      ? [
          textField(
            'deployment.pipeline',
            `Jenkins, job ${codeSpan(entity.jenkinsJob)}`,
            from(`metadata.annotations["${JENKINS_JOB}"]`),
          ),
        ]
      : []),
    ...fromSourceLocation(entity, from),
    ...entity.links.flatMap(({ url, title, type }, index): Proposal[] =>
      title && isArchitecture(`${type ?? ''} ${title}`)
        ? [
            {
              kind: 'item',
              field: 'architecture.links',
              value: { title, url },
              evidence: from(`metadata.links[${index}]`),
            },
          ]
        : [],
    ),
    ...entity.dependsOn.flatMap((ref, index) =>
      dependency(ref, undefined, entity, from(`spec.dependsOn[${index}]`)),
    ),
    ...entity.consumesApis.flatMap((ref, index) =>
      dependency(ref, 'API', entity, from(`spec.consumesApis[${index}]`)),
    ),
  ];
}

function fromSourceLocation(
  { sourceLocation }: DraftedEntity,
  from: (field: string) => Evidence,
): Proposal[] {
  if (!sourceLocation?.startsWith('url:')) {
    return [];
  }
  return [
    textField(
      'deployment.repository',
      parseLocationRef(sourceLocation).target,
      from(`metadata.annotations["${ANNOTATION_SOURCE_LOCATION}"]`),
    ),
  ];
}

function dependency(
  ref: string,
  defaultKind: string | undefined,
  { namespace }: DraftedEntity,
  evidence: Evidence,
): Proposal[] {
  const entityRef = completeRef(ref, defaultKind, namespace);
  return entityRef
    ? [
        {
          kind: 'item',
          field: 'architecture.dependencies',
          value: { entityRef },
          evidence,
        },
      ]
    : [];
}

/** Undefined for what the catalog itself could not read as a reference. */
function completeRef(
  ref: string,
  defaultKind: string | undefined,
  defaultNamespace: string,
): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace }),
    );
  } catch {
    return undefined;
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [];
}
