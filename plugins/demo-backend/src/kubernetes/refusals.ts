import type { Router } from 'express';
import { mayDo } from './accessReview';
import { KubernetesError } from './KubernetesError';

/** Group, namespace, resource, name and subresource of what a path is about. */
const RESOURCE_PATH =
  /^\/(?:api|apis\/([^/]+))\/v[^/]+(?:\/namespaces\/([^/]+)(?=\/[^/]+))?\/([a-z]+)(?:\/([^/]+))?(?:\/([a-z]+))?$/;

/** Answers what nothing else answered, as an API server does to who may only look. */
export function refuseTheRest(router: Router): void {
  router.all(RESOURCE_PATH, req => {
    const [, group = '', namespace, resource, name, subresource] =
      RESOURCE_PATH.exec(req.path)!;
    const verb = verbOf(req.method, name !== undefined);
    if (!mayDo({ verb, resource })) {
      throw forbidden({ verb, group, namespace, resource, name, subresource });
    }
    throw notFound();
  });
  router.all(/.*/, req => {
    if (req.method !== 'GET') {
      throw new KubernetesError(
        405,
        'the server does not allow this method on the requested resource',
      );
    }
    throw notFound();
  });
}

export function notFound(): KubernetesError {
  return new KubernetesError(
    404,
    'the server could not find the requested resource',
  );
}

/** The verb that a request needs permission for, as Kubernetes derives it. */
function verbOf(method: string, hasName: boolean): string {
  const verbs: Record<string, string> = {
    POST: 'create',
    PUT: 'update',
    PATCH: 'patch',
    DELETE: hasName ? 'delete' : 'deletecollection',
  };
  return verbs[method] ?? (hasName ? 'get' : 'list');
}

/** As an API server says it to somebody who may only look. */
function forbidden(of: {
  verb: string;
  group: string;
  namespace?: string;
  resource: string;
  name?: string;
  subresource?: string;
}): KubernetesError {
  const { verb, group, namespace, resource, name, subresource } = of;
  const qualified = group ? `${resource}.${group}` : resource;
  const object = name ? `${qualified} "${name}"` : qualified;
  const asked = subresource ? `${resource}/${subresource}` : resource;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return new KubernetesError(
    403,
    `${object} is forbidden: User "system:anonymous" cannot ${verb} resource "${asked}" in API group "${group}" ${where}`,
    { ...(name ? { name } : {}), group, kind: resource },
  );
}
