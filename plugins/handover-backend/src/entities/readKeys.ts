import type { Entity } from '@backstage/catalog-model';
import { withoutNul } from '../withoutNul';
import type { EntityKey, EntityKeyType } from './EntitiesService';

/** On an entity: the `context.source` of the events that are about it. */
export const CDEVENTS_SOURCE_ANNOTATION = 'handover.dev/cdevents-source';

/** The annotations that hold keys, which are those that pipeline providers read. */
export const KEY_ANNOTATIONS: Record<EntityKeyType, string> = {
  'github-project': 'github.com/project-slug',
  'gitlab-project': 'gitlab.com/project-slug',
  'gitlab-project-id': 'gitlab.com/project-id',
  'jenkins-job': 'jenkins.io/job-full-name',
  'argocd-application': 'argocd/app-name',
  'argocd-selector': 'argocd/app-selector',
  'kubernetes-id': 'backstage.io/kubernetes-id',
  'kubernetes-selector': 'backstage.io/kubernetes-label-selector',
  'cdevents-source': CDEVENTS_SOURCE_ANNOTATION,
};

const GITLAB_INSTANCE = 'gitlab.com/instance';
const ARGOCD_INSTANCE = 'argocd/instance-name';

/** Longer values are no names; the indexes of PostgreSQL do not hold them either. */
const MAX_LENGTH = 500;

/** An entity has few keys of one type; an annotation cannot add rows without end. */
const MAX_VALUES = 20;

/** The keys by which other systems know an entity. Values that can be none are left out. */
export function readKeys(entity: Entity): EntityKey[] {
  const keys = (Object.keys(KEY_ANNOTATIONS) as EntityKeyType[]).flatMap(type =>
    keysOfType(entity, type),
  );
  const found = new Map(
    keys
      .filter(
        ({ value, instance }) =>
          value &&
          value.length <= MAX_LENGTH &&
          (instance?.length ?? 0) <= MAX_LENGTH,
      )
      .map(key => [JSON.stringify(key), key]),
  );
  return [...found.values()];
}

/** The form in which the value of a key is kept and compared. */
export function normalizeKeyValue(type: EntityKeyType, value: string): string {
  const trimmed = withoutNul(value).trim();
  switch (type) {
    case 'github-project':
    case 'gitlab-project':
      return trimmed.toLocaleLowerCase('en-US');
    case 'jenkins-job':
      return trimmed.replace(/^\/+|\/+$/g, '');
    default:
      return trimmed;
  }
}

function keysOfType(entity: Entity, type: EntityKeyType): EntityKey[] {
  const text = annotationOf(entity, KEY_ANNOTATIONS[type]);
  if (text === undefined) {
    return [];
  }
  const key = (value: string, instance?: string): EntityKey => ({
    type,
    value: normalizeKeyValue(type, value),
    ...(instance && { instance }),
  });
  switch (type) {
    case 'gitlab-project':
    case 'gitlab-project-id':
      return [key(text, annotationOf(entity, GITLAB_INSTANCE))];
    case 'jenkins-job':
      return parts(text).map(name => {
        const colon = name.indexOf(':');
        return colon < 0
          ? key(name)
          : key(name.slice(colon + 1), name.slice(0, colon));
      });
    case 'argocd-application':
    case 'argocd-selector': {
      const instances = parts(annotationOf(entity, ARGOCD_INSTANCE) ?? '');
      return instances.length > 0
        ? instances.map(instance => key(text, instance))
        : [key(text)];
    }
    default:
      return [key(text)];
  }
}

function parts(text: string): string[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
    .slice(0, MAX_VALUES);
}

function annotationOf(entity: Entity, name: string): string | undefined {
  const value = entity.metadata.annotations?.[name];
  return typeof value === 'string' ? withoutNul(value).trim() : undefined;
}
