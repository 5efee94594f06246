import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

// Those of Backstage's Argo CD plugins.
const NAME = 'argocd/app-name';
const SELECTOR = 'argocd/app-selector';
const NAMESPACE = 'argocd/app-namespace';
const PROJECT = 'argocd/project-name';
const INSTANCE = 'argocd/instance-name';

/** A name of a Kubernetes object. */
const OBJECT_NAME = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/** What label selectors are written with. */
const LABEL_SELECTOR = /^[\w./=!<>,() -]{1,1000}$/;

/** The applications of an entity: one by its name, or those with some labels. */
export type Target = ({ name: string } | { selector: string }) & {
  /** Of the Application itself, not of what it deploys. */
  namespace?: string;
  project?: string;
  /** Names of instances. Empty for all. */
  instances: string[];
};

/** Whether it has applications. */
export function hasTarget(entity: Entity): boolean {
  return Boolean(read(entity, NAME) ?? read(entity, SELECTOR));
}

/** @throws Error that names the annotation which is wrong. */
export function readTarget(entity: Entity): Target {
  const name = readObjectName(entity, NAME);
  const selector = read(entity, SELECTOR);
  const namespace = readObjectName(entity, NAMESPACE);
  const project = readObjectName(entity, PROJECT);
  const common = {
    ...(namespace && { namespace }),
    ...(project && { project }),
    instances: (read(entity, INSTANCE) ?? '')
      .split(',')
      .map(each => each.trim())
      .filter(Boolean),
  };
  if (name && selector) {
    throw new Error(
      `${stringifyEntityRef(
        entity,
      )} has both annotations, '${NAME}' and '${SELECTOR}': use only one of them`,
    );
  }
  if (name) {
    return { name, ...common };
  }
  if (!selector || !LABEL_SELECTOR.test(selector)) {
    throw invalid(entity, SELECTOR, 'a label selector');
  }
  return { selector, ...common };
}

function readObjectName(entity: Entity, key: string): string | undefined {
  const value = read(entity, key);
  if (value !== undefined && !OBJECT_NAME.test(value)) {
    throw invalid(entity, key, 'a name that Argo CD can have');
  }
  return value;
}

function read(entity: Entity, key: string): string | undefined {
  return entity.metadata.annotations?.[key]?.trim() || undefined;
}

function invalid(entity: Entity, key: string, expected: string): Error {
  return new Error(
    `Invalid annotation '${key}' of ${stringifyEntityRef(
      entity,
    )}: must be ${expected}`,
  );
}
